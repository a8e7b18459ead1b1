using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Accounts;

/// <summary>The numbers of one block of a worked example.</summary>
internal sealed class ExampleNumbers(YamlEntry entry, ProblemList problems)
{
    public IEnumerable<string> Names => entry.Pairs.Select(pair => pair.Key);

    public double this[string name] => (double)Exact(name);

    public decimal Exact(string name) => entry.RequireDecimal(name, problems)!.Value;

    /// <summary>Every number whose name starts so, in order of the file.</summary>
    public double[] Starting(string start) =>
        [.. Names.Where(name => name.StartsWith(start, StringComparison.Ordinal)).Select(name => this[name])];
}
