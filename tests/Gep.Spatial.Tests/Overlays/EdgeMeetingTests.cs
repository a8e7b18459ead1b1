using Gep.Spatial.Measures;
using Gep.Spatial.Overlays;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>How two edges meet.</summary>
public class EdgeMeetingTests
{
    private static readonly AreaEdge Level = new(0, 0, 10, 0);

    [Theory]
    [InlineData(5, -1, 5, 1, "Cross")]
    [InlineData(0, 0, 10, 0, "SameWay")]
    [InlineData(10, 0, 0, 0, "OtherWay")]
    [InlineData(0, 0, 5, 5, "Apart")]
    [InlineData(10, 0, 20, 0, "Apart")]
    [InlineData(20, 0, 10, 0, "Apart")]
    [InlineData(-3, 0, 0, 0, "Apart")]
    [InlineData(0, 1, 10, 1, "Apart")]
    [InlineData(5, 1, 5, 3, "Apart")]
    [InlineData(0, 0, 5, 0, "Touch")]
    [InlineData(10, 0, 5, 0, "Touch")]
    [InlineData(0, 0, 15, 0, "Touch")]
    [InlineData(5, 0, 5, 3, "Touch")]
    [InlineData(-5, 0, 5, 0, "Touch")]
    [InlineData(10, -1, 10, 1, "Touch")]
    public void Of_TwoEdges_IsTheSameFromBoth(double x0, double y0, double x1, double y1, string kind)
    {
        var other = new AreaEdge(x0, y0, x1, y1);
        EdgeMeeting one = EdgeMeeting.Of(Level, other), two = EdgeMeeting.Of(other, Level);
        Assert.Equal(kind, one.Kind.ToString());
        Assert.Equal(kind, two.Kind.ToString());
        Assert.Equal(one.HasCommonEnd, two.HasCommonEnd);
        Assert.Equal((one.StartsAtEnd, one.EndsAtEnd), (two.OtherStartsAtEnd, two.OtherEndsAtEnd));
        Assert.Equal((two.StartsAtEnd, two.EndsAtEnd), (one.OtherStartsAtEnd, one.OtherEndsAtEnd));
    }

    [Fact]
    public void PlaceOf_Crossing_IsSeenFromTheOrigin()
    {
        var upwards = new AreaEdge(4, -1, 4, 3);
        Assert.False(EdgeMeeting.Of(upwards, Level).ComesFromLeft);
        Assert.True(EdgeMeeting.Of(Level, upwards).ComesFromLeft);
        Assert.Equal((0.4, 0.25, 3, -1), EdgeMeeting.PlaceOf(Level, upwards, 1, 1));
    }
}
