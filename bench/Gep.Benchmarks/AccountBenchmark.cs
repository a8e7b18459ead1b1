using System.Diagnostics;
using System.Globalization;
using Gep.Accounting.EcosystemServices;

namespace Gep.Benchmarks;

/// <summary>A million parcels and every service: from the pieces of an overlay to an account.</summary>
internal static class AccountBenchmark
{
    private const double BytesPerMegabyte = 1e6;

    /// <summary>Size of a parcel of the national survey in a city [m²], so that a million make the
    /// city.</summary>
    private const double MeanSquareMetres = 8569.15;

    /// <summary>The limit on two cores.</summary>
    private const double SecondsMost = 1.0;

    private const int WarmRounds = 3;
    private const int Seed = 20_190_101;

    public static int Run(int parcels, int rounds)
    {
        var every = new EveryMethod();
        var pieces = Pieces(parcels, every);
        var prices = every.UnitValues(every.Extents(pieces));
        int services = ServiceMethods.All.DistinctBy(method => method.Service).Count();
        int profiles = ServiceMethods.All.GroupBy(method => method.Service).Max(group => group.Count());
        int lines = 0;
        double slowest = 0;
        long allocated = 0;
        for (int profile = 0; profile < profiles; profile++)
        {
            double[] seconds = new double[rounds];
            for (int round = -WarmRounds; round < rounds; round++)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                var clock = Stopwatch.StartNew();
                var account = every.Compile(profile, every.Extents(pieces), prices);
                if (round >= 0) seconds[round] = clock.Elapsed.TotalSeconds;
                allocated = Math.Max(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
                lines = Math.Max(lines, account.Lines.Length);
                if (!account.IsCompiled) throw new InvalidOperationException($"profile {profile} is refused");
            }
            Array.Sort(seconds);
            slowest = Math.Max(slowest, seconds[rounds / 2]);
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"account parcels={parcels} services={services} methods={ServiceMethods.All.Length} "
            + $"lines={lines} seconds={slowest:F4} allocated_mb={allocated / BytesPerMegabyte:F1} "
            + $"mb={process.PeakWorkingSet64 / BytesPerMegabyte:F0}"));
        return slowest < SecondsMost ? 0 : 1;
    }

    private static EveryMethod.Piece[] Pieces(int parcels, EveryMethod every)
    {
        var random = new Random(Seed);
        var pieces = new EveryMethod.Piece[parcels];
        for (int i = 0; i < parcels; i++)
        {
            pieces[i] = new EveryMethod.Piece(
                random.Next(every.Codes.Length), random.Next(every.Types.Length),
                MeanSquareMetres * (0.5 + random.NextDouble()));
        }
        return pieces;
    }
}
