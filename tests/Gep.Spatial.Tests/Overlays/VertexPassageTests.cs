using Gep.Spatial.Overlays;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>Which edges at a vertex run in a parcel, by turns of whole numbers.</summary>
public class VertexPassageTests
{
    private const int Parcel = 5, Lower = 4, Higher = 6, Trials = 20_000, Reach = 3;

    [Fact]
    public void Holds_RandomDirections_IsWhatTheirTurnsSay()
    {
        var random = new Random(1);
        int inside = 0, apart = 0;
        for (int i = 0; i < Trials; i++)
        {
            VertexPassage one = Passage(random, Parcel), other = Passage(random, Higher);
            double wedge = Turn(one.ToX, one.ToY, one.FromX, one.FromY);
            double comes = Turn(one.ToX, one.ToY, other.FromX, other.FromY);
            double goes = Turn(one.ToX, one.ToY, other.ToX, other.ToY);
            if (new[] { wedge, comes, goes, wedge - comes, wedge - goes, goes - comes }.Contains(0)) continue;
            Assert.Equal(comes < wedge, one.HoldsArrivalOf(other));
            Assert.Equal(goes < wedge, one.HoldsDepartureOf(other));
            bool isApart = wedge < goes && goes < comes;
            Assert.Equal(isApart, one.IsApart(other));
            Assert.Equal(isApart, other.IsApart(one));
            if (comes < wedge) inside++;
            if (isApart) apart++;
        }
        Assert.True(inside > Trials / 10 && apart > Trials / 10, $"{inside} inside, {apart} apart");
    }

    [Fact]
    public void Holds_EdgeOfBothTheSameWay_RunsInTheParcelOfHigherPrecedence()
    {
        VertexPassage parcel = At(Parcel, (0, 2), (2, 0));
        Assert.False(parcel.HoldsDepartureOf(At(Lower, (-1, 1), (2, 0))));
        Assert.True(parcel.HoldsDepartureOf(At(Higher, (-1, 1), (2, 0))));
        Assert.True(parcel.HoldsArrivalOf(At(Higher, (0, 2), (-1, -1))));
        Assert.False(parcel.IsApart(At(Higher, (0, 2), (2, 0))));
    }

    [Fact]
    public void Holds_EdgeOfBothTheOtherWay_RunsOutside()
    {
        VertexPassage parcel = At(Parcel, (0, 2), (2, 0)), beside = At(Higher, (2, 0), (1, -2));
        Assert.False(parcel.HoldsArrivalOf(beside));
        Assert.True(parcel.IsApart(beside));
        Assert.True(beside.IsApart(parcel));
        Assert.True(parcel.IsApart(At(Higher, (2, 0), (0, 2))));
    }

    [Fact]
    public void Holds_EdgeAlongALongerOne_IsNotDecided()
    {
        VertexPassage parcel = At(Parcel, (0, 2), (2, 0));
        Assert.Null(parcel.HoldsDepartureOf(At(Higher, (-1, 1), (3, 0))));
        Assert.Null(parcel.HoldsArrivalOf(At(Higher, (0, 1), (-1, -1))));
        Assert.False(parcel.IsApart(At(Higher, (0, 1), (-1, -1))));
    }

    private static VertexPassage Passage(Random random, int parcel) =>
        At(parcel, Direction(random), Direction(random));

    private static VertexPassage At(int parcel, (int X, int Y) from, (int X, int Y) to) =>
        new(parcel, 0, 0, 0, from.X, from.Y, to.X, to.Y);

    private static (int X, int Y) Direction(Random random)
    {
        while (true)
        {
            (int x, int y) = (random.Next(-Reach, Reach + 1), random.Next(-Reach, Reach + 1));
            if (x != 0 || y != 0) return (x, y);
        }
    }

    /// <summary>The turn counter-clockwise from one direction to another, 0 to less than 2π.</summary>
    private static double Turn(double ax, double ay, double bx, double by)
    {
        double cross = ax * by - ay * bx, along = ax * bx + ay * by;
        if (cross.Equals(0) && along > 0) return 0;
        double turn = Math.Round(Math.Atan2(cross, along), 12);
        return turn > 0 ? turn : turn + Math.Round(2 * Math.PI, 12);
    }
}
