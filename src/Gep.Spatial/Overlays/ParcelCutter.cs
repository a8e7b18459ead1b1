namespace Gep.Spatial.Overlays;

/// <summary>Cuts parcels one at a time; each thread has its own.</summary>
/// <remarks>
/// Only what really crosses is cut; a parcel that lies in one zone and meets no parcel of higher precedence
/// costs a few comparisons.
/// </remarks>
internal sealed class ParcelCutter(OverlayAreas areas)
{
    private readonly ZoneShares _shares = new(areas);
    private readonly PrecedenceCut _precedence = new(areas);
    private readonly List<ZonePart> _parts = [];
    private readonly List<Taking> _takings = [];

    /// <summary>Cuts the parcels of some ranks in a row.</summary>
    public OverlayCuts.Chunk CutAll(int start, int end)
    {
        _parts.Clear();
        _takings.Clear();
        var cuts = new ParcelCut[end - start];
        for (int rank = start; rank < end; rank++) cuts[rank - start] = Cut(rank);
        return new OverlayCuts.Chunk(cuts, [.. _parts], [.. _takings]);
    }

    /// <summary>Cuts a parcel, and takes from sums it was added to what others have of it.</summary>
    public void Lose(int rank, ZoneClassAreas sums)
    {
        _parts.Clear();
        _takings.Clear();
        ParcelCut cut = Cut(rank);
        int classIndex = areas.Table.ClassOf(rank);
        foreach (ZonePart part in _parts) sums.Lose(part.Zone, classIndex, part.Gross, part.Net);
        if (cut.OutsideGross > 0)
            sums.Lose(ZoneSegments.Outside, classIndex, cut.OutsideGross, cut.OutsideNet);
    }

    private ParcelCut Cut(int rank)
    {
        _shares.Cut(rank);
        _precedence.Cut(rank, _shares.Count > 1 || _shares.Outside > 0);
        double outside = _shares.Outside;
        for (int i = 0; i < _shares.Count; i++)
        {
            ZoneShare share = _shares[i];
            double net = NetOf(share, _shares.Count == 1 && outside <= 0);
            _parts.Add(new ZonePart(share.Zone, net, share.SquareMetres));
        }
        double outsideNet = outside;
        if (_precedence.Takings.Count > 0 && outside > 0)
        {
            outsideNet = _precedence.NetIn(ZoneSegments.Outside, outside)
                ?? _shares.OutsideOf(_precedence.Left!, _precedence.Net, _precedence.ToOrigin);
        }
        foreach (Taking taking in _precedence.Takings) _takings.Add(taking);
        return new ParcelCut(
            _precedence.Net, outsideNet, outside, _shares.HasSnapped || _precedence.HasSnapped, _parts.Count,
            _takings.Count);
    }

    private double NetOf(ZoneShare share, bool isWhole)
    {
        if (_precedence.Takings.Count == 0) return share.SquareMetres;
        if (isWhole || _precedence.Net <= 0) return _precedence.Net;
        return _precedence.NetIn(share.Zone, share.SquareMetres)
            ?? _shares.ShareOf(_precedence.Left!, share.Zone, _precedence.ToOrigin);
    }
}
