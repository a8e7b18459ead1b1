using System.Runtime.Intrinsics;
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
    public void Of_EdgesOfACoarseGrid_AreThoseOfWholeNumbers()
    {
        const int Turns = 20_000;
        var random = new Random(5);
        var kinds = new HashSet<EdgeMeetingKind>();
        for (int turn = 0; turn < Turns; turn++)
        {
            AreaEdge one = OnGrid(random), other = OnGrid(random);
            var meeting = EdgeMeeting.Of(one, other);
            kinds.Add(meeting.Kind);
            bool hasCommonEnd = Ends(one).Intersect(Ends(other)).Any();
            Assert.Equal(hasCommonEnd, meeting.HasCommonEnd);
            if (hasCommonEnd) continue;
            long a = Side(other, one.X0, one.Y0), b = Side(other, one.X1, one.Y1);
            long c = Side(one, other.X0, other.Y0), d = Side(one, other.X1, other.Y1);
            EdgeMeetingKind expected = a * b > 0 || c * d > 0 ? EdgeMeetingKind.Apart
                : a * b * c * d != 0 ? EdgeMeetingKind.Cross
                : EdgeMeetingKind.Touch;
            Assert.Equal(expected, meeting.Kind);
            if (expected == EdgeMeetingKind.Cross) Assert.Equal(a > 0, meeting.ComesFromLeft);
        }
        Assert.Equal(5, kinds.Count);
    }

    [Fact]
    public void SurelyApart_EdgesThatMeet_AreNeverAmongThem()
    {
        const int Turns = 4_000, Lanes = 8;
        var random = new Random(6);
        int apart = 0, left = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            AreaEdge one = OnGrid(random);
            AreaEdge[] others = [.. Enumerable.Range(0, Lanes).Select(_ => OnGrid(random))];
            uint found = EdgeMeeting.SurelyApart(
                Vector512.Create(one.X0), Vector512.Create(one.Y0), Vector512.Create(one.X1),
                Vector512.Create(one.Y1), Of(others, other => other.X0), Of(others, other => other.Y0),
                Of(others, other => other.X1), Of(others, other => other.Y1));
            for (int lane = 0; lane < Lanes; lane++)
            {
                var meeting = EdgeMeeting.Of(one, others[lane]);
                bool meets = meeting.HasCommonEnd || meeting.Kind != EdgeMeetingKind.Apart;
                bool isFound = (found >> lane & 1) != 0;
                Assert.False(meets && isFound, $"{one} {others[lane]}");
                if (isFound) apart++;
                else if (!meets) left++;
            }
        }
        // Of those that are apart only few are left to be looked at again.
        Assert.InRange(left, 0, apart / 10);
    }

    [Fact]
    public void PlaceOf_Crossing_IsSeenFromTheOrigin()
    {
        var upwards = new AreaEdge(4, -1, 4, 3);
        Assert.False(EdgeMeeting.Of(upwards, Level).ComesFromLeft);
        Assert.True(EdgeMeeting.Of(Level, upwards).ComesFromLeft);
        Assert.Equal((0.4, 0.25, 3, -1), EdgeMeeting.PlaceOf(Level, upwards, 1, 1));
    }

    private static Vector512<double> Of(AreaEdge[] edges, Func<AreaEdge, double> coordinate) =>
        Vector512.Create([.. edges.Select(coordinate)]);

    /// <summary>An edge so short that many edges of the grid meet.</summary>
    private static AreaEdge OnGrid(Random random)
    {
        const int Side = 5;
        while (true)
        {
            var edge = new AreaEdge(
                random.Next(Side), random.Next(Side), random.Next(Side), random.Next(Side));
            if (edge.X0 != edge.X1 || edge.Y0 != edge.Y1) return edge;
        }
    }

    private static (double X, double Y)[] Ends(AreaEdge edge) => [(edge.X0, edge.Y0), (edge.X1, edge.Y1)];

    /// <summary>Sign of the side of a line on which a place of the grid lies.</summary>
    private static long Side(AreaEdge line, double x, double y) => Math.Sign(
        (long)(line.X1 - line.X0) * (long)(y - line.Y0) - (long)(line.Y1 - line.Y0) * (long)(x - line.X0));
}
