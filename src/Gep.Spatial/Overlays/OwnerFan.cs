namespace Gep.Spatial.Overlays;

/// <summary>
/// The edges of one owner that meet where an edge of another begins: whether this runs on their left.
/// </summary>
/// <param name="owner">Their owner.</param>
/// <param name="ahead">The edge that begins there.</param>
internal struct OwnerFan(int owner, in SplitEdge ahead)
{
    private VertexFan _fan = new(ahead.X0, ahead.Y0, ahead.X1, ahead.Y1);

    /// <summary>Their owner.</summary>
    public readonly int Owner { get; } = owner;

    /// <summary>Whether the edge runs within their owner.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>The zone in which it runs, where they are borders of zones.</summary>
    public int Zone { get; private set; }

    /// <summary>Takes one of them.</summary>
    public void Take(in SplitEdge edge)
    {
        bool isLeaving = _fan.IsAt(edge.X0, edge.Y0);
        bool isFirst = isLeaving ? _fan.TurnsFirst(edge.X1, edge.Y1) : _fan.TurnsFirst(edge.X0, edge.Y0);
        if (isFirst) (IsLeft, Zone) = isLeaving ? (false, edge.Right) : (true, edge.Left);
    }
}
