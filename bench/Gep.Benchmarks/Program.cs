using Gep.Benchmarks;

return args switch
{
    ["overlay", string folder, .. string[] rest] => OverlayBenchmark.Run(folder, rest),
    ["file", string folder, string format] => FileBenchmark.Run(folder, format),
    ["additivity", string folder] => AdditivityCheck.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: overlay FOLDER [--threads N] [--rounds N] [--table FILE] | file FOLDER gpkg|geojsonl | additivity FOLDER");
    return 2;
}
