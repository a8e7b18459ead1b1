using Gep.Spatial.Features;

namespace Gep.Spatial.Tests.Features;

public class BoxIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Find_RandomBoxes_IsWhatALoopFinds(int count)
    {
        var random = new Random(count);
        LonLatBox[] boxes = [.. Enumerable.Range(0, count).Select(_ => Box(random, 0.2))];
        var index = new BoxIndex(boxes);

        for (int round = 0; round < 100; round++)
        {
            var asked = Box(random, 3);
            Assert.Equal(
                Enumerable.Range(0, count).Where(item => boxes[item].Intersects(asked)), index.Find(asked));
        }
    }

    [Fact]
    public void Find_EmptyBox_IsNeverFound()
    {
        var index = new BoxIndex([LonLatBox.Empty, new LonLatBox(1, 1, 2, 2), LonLatBox.Empty]);

        Assert.Equal([1], index.Find(new LonLatBox(-180, -90, 180, 90)));
        Assert.Equal(new LonLatBox(1, 1, 2, 2), index.Bounds);
    }

    private static LonLatBox Box(Random random, double size)
    {
        double west = 113 + 2 * random.NextDouble(), south = 29 + 2 * random.NextDouble();
        return new LonLatBox(
            west, south, west + size * random.NextDouble(), south + size * random.NextDouble());
    }
}
