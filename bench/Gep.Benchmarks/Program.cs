using Gep.Benchmarks;

return args switch
{
    ["overlay", string folder, .. string[] rest] => OverlayBenchmark.Run(folder, rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: overlay FOLDER [--threads N] [--rounds N] [--table FILE]");
    return 2;
}
