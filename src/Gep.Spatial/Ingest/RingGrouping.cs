namespace Gep.Spatial.Ingest;

/// <summary>
/// Puts the rings of a Shapefile polygon together: those clockwise are shells, the others holes of the
/// smallest shell around them; [SHAPEFILE].
/// </summary>
internal static class RingGrouping
{
    public static List<IReadOnlyList<double[]>> Of(List<double[]> rings)
    {
        var shells = new List<(double Area, double[] Ring, List<double[]> Part)>();
        var holes = new List<double[]>();
        foreach (double[] ring in rings)
        {
            double area = SignedArea(ring);
            if (area > 0) holes.Add(ring);
            else shells.Add((-area, ring, [ring]));
        }
        foreach (double[] hole in holes)
        {
            (double Area, double[] Ring, List<double[]> Part)? best = null;
            foreach (var shell in shells)
            {
                if ((best is null || shell.Area < best.Value.Area) && Contains(shell.Ring, hole[0], hole[1]))
                    best = shell;
            }
            // A hole in no shell is one drawn the wrong way round.
            if (best is { } found) found.Part.Add(hole);
            else shells.Add((SignedArea(hole), hole, [hole]));
        }
        return [.. shells.Select(shell => (IReadOnlyList<double[]>)shell.Part)];
    }

    private static double SignedArea(double[] ring)
    {
        double sum = 0;
        for (int i = 2; i + 1 < ring.Length; i += 2)
        {
            sum += (ring[i - 2] - ring[0]) * (ring[i + 1] - ring[1])
                - (ring[i] - ring[0]) * (ring[i - 1] - ring[1]);
        }
        return sum;
    }

    private static bool Contains(double[] ring, double x, double y)
    {
        bool isInside = false;
        for (int i = 2; i + 1 < ring.Length; i += 2)
        {
            double ay = ring[i - 1], by = ring[i + 1];
            if (ay <= y == by <= y) continue;
            isInside ^= ring[i - 2] + (y - ay) / (by - ay) * (ring[i] - ring[i - 2]) > x;
        }
        return isInside;
    }
}
