using System.Globalization;
using Gep.Benchmarks;

return args switch
{
    ["overlay", string folder, .. string[] rest] => OverlayBenchmark.Run(folder, rest),
    ["account", string parcels, string rounds] => AccountBenchmark.Run(
        int.Parse(parcels, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: overlay FOLDER [--threads N] [--rounds N] [--table FILE] | account PARCELS ROUNDS");
    return 2;
}
