using System.Globalization;

namespace Gep.Spatial.Tests.Overlays;

/// <summary>
/// What a comparison of nasty parcels with OverlayNG found; GEP_NASTY_REPORT names its file.
/// </summary>
internal sealed class NastyReport(int seed, int parcels)
{
    private readonly Lock _gate = new();
    private readonly int[] _empty = new int[NastyScene.Kinds.Length];
    private readonly int[] _measured = new int[NastyScene.Kinds.Length];
    private readonly int[] _overlaid = new int[NastyScene.Kinds.Length];
    private readonly double[] _worst = new double[NastyScene.Kinds.Length];
    private int _exact, _snapped;
    private double _worstSum;

    public List<string> Failures { get; } = [];

    public int Overlaid => _overlaid.Sum();

    public void NoteEmpty(int parcel) => Interlocked.Increment(ref _empty[KindOf(parcel)]);

    public void NoteParcel(int parcel, bool isOverlaid)
    {
        Interlocked.Increment(ref _measured[KindOf(parcel)]);
        if (isOverlaid) Interlocked.Increment(ref _overlaid[KindOf(parcel)]);
    }

    public void Compare(
        int parcel, bool isExact, double expected, double actual, double tolerance, string failure)
    {
        lock (_gate)
        {
            double miss = Math.Abs(expected - actual);
            if (!(miss <= tolerance)) Failures.Add(failure);
            if (isExact)
            {
                _exact++;
                _worst[KindOf(parcel)] = Math.Max(_worst[KindOf(parcel)], miss / tolerance);
            }
            else
            {
                _snapped++;
            }
        }
    }

    public void CompareSum(double whole, double sum, double tolerance, string failure)
    {
        lock (_gate)
        {
            if (!(Math.Abs(whole - sum) <= tolerance)) Failures.Add(failure);
            _worstSum = Math.Max(_worstSum, Math.Abs(whole - sum) / tolerance);
        }
    }

    public void Write()
    {
        if (Environment.GetEnvironmentVariable("GEP_NASTY_REPORT") is not { Length: > 0 } file) return;
        using var writer = new StreamWriter(file);
        Line($"# {parcels} nasty parcels against OverlayNG");
        Line($"");
        Line($"`./dev nasty {parcels}`, {DateTime.UtcNow:yyyy-MM-dd}, seed {seed}. {Failures.Count} failures, no exception.");
        Line($"");
        Line($"- {_exact} pieces were compared with OverlayNG at full precision: 1e-6 m² or 1e-9 of the piece, whichever is larger.");
        Line($"- {_snapped} pieces OverlayNG could only cut by snapping vertices: within what snapping by 1e-8 m moves.");
        Line($"- The pieces of a parcel add up to it within {_worstSum:F2} of the same tolerance.");
        Line($"");
        Line($"| kind | parcels | nothing left after repair | cut by OverlayNG | worst miss, of the tolerance |");
        Line($"|---|---|---|---|---|");
        for (int kind = 0; kind < NastyScene.Kinds.Length; kind++)
        {
            Line($"| {NastyScene.Kinds[kind]} | {_measured[kind]} | {_empty[kind]} | {_overlaid[kind]} | {_worst[kind]:F3} |");
        }

        void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    private static int KindOf(int parcel) => parcel % NastyScene.Kinds.Length;
}
