using System.Globalization;
using Gep.Benchmarks;

return args switch
{
    ["overlay", string folder, .. string[] rest] => OverlayBenchmark.Run(folder, rest),
    ["account", string parcels, string rounds] => AccountBenchmark.Run(
        int.Parse(parcels, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture)),
    ["file", string folder, string format] => FileBenchmark.Run(folder, format),
    ["layers", string folder, .. string[] rest] => LayersBenchmark.Run(folder, rest),
    ["additivity", string folder] => AdditivityCheck.Run(folder),
    ["tiles", string folder] => TileBenchmark.Run(folder),
    ["store", string folder, string rounds] =>
        StoreBenchmark.Run(folder, int.Parse(rounds, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: overlay FOLDER [--threads N] [--rounds N] [--table FILE]
               account PARCELS ROUNDS
               file FOLDER gpkg|geojsonl
               additivity FOLDER
               layers FOLDER [ROUNDS] [--moved ONE_OF] [--pieces] [--write FOLDER]
               store FOLDER ROUNDS
               tiles FOLDER
        """);
    return 2;
}
