using System.Runtime.CompilerServices;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Tests.Http;

/// <summary>Something with an id.</summary>
[InterfaceType]
public interface INode
{
    /// <summary>Unique among all nodes.</summary>
    [ID]
    string Id { get; }
}

[UnionType]
public interface IOwner;

public enum ForestGrade
{
    National,
    [GraphQLDeprecated("no longer used")]
    CityOld,
}

/// <summary>A forest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="AreaHectares">Its area in hectares.</param>
public sealed record Forest([property: ID] string Id, string Name, double AreaHectares, ForestGrade? Grade)
    : INode
{
    public decimal Value => 12.50m;

    public DateOnly Since => new(2020, 1, 2);

    public string? Nothing => null;

    [UsePaging]
    public IReadOnlyList<string> Trees => ["oak", "elm", "fir"];
}

public sealed record Village([property: ID] string Id, int People) : INode, IOwner;

public sealed record Person(string Name) : IOwner;

public sealed record ForestFilter(double? AreaMin = null, string? Name = null,
    IReadOnlyList<ForestFilter>? And = null);

[OneOf]
public sealed record ForestBy([property: ID] string? Id, string? Name);

public sealed record RenameInput([property: ID] string Id, string Name = "unnamed");

public sealed record RenamePayload(Forest? Forest, IReadOnlyList<string> Problems);

public sealed class Query
{
    private static readonly Forest[] All =
        [.. Enumerable.Range(0, 30)
            .Select(i => new Forest($"f{i}", $"林{i}", 1.5 * i, i % 2 == 0 ? ForestGrade.National : null))];

    /// <summary>All forests.</summary>
    /// <param name="where">Which of them.</param>
    [UsePaging]
    public IEnumerable<Forest> GetForests(ForestFilter? where = null) =>
        All.Where(f => f.AreaHectares >= (where?.AreaMin ?? 0));

    public async Task<Forest?> GetForestAsync([ID] string id, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        return All.FirstOrDefault(forest => forest.Id == id);
    }

    public Forest? ForestBy(ForestBy by) => All.FirstOrDefault(f => f.Id == by.Id || f.Name == by.Name);

    public IReadOnlyList<IOwner> Owners => [new Village("v1", 12), new Person("李")];

    public INode? Node([ID] string id) => id.StartsWith('v') ? new Village(id, 3)
        : All.FirstOrDefault(f => f.Id == id);

    public string Hello(string name = "world") => $"hello {name}";

    public string Broken() => throw new InvalidOperationException("secret");

    public async Task<string> Slow(CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), cancellation);
        return "late";
    }

    public async Task<string> Watched([Service] Witness witness, CancellationToken cancellation)
    {
        witness.Begun.Release();
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(1), cancellation);
        }
        catch (OperationCanceledException)
        {
            witness.Cancelled.Release();
            throw;
        }
        return "late";
    }

    public int BatchCalls => ForestFields.Calls;
}

[ExtendObjectType(typeof(Forest))]
public sealed class ForestFields
{
    public static int Calls { get; private set; }

    [Batch]
    public static Task<IReadOnlyList<IOwner?>> GetOwnerAsync([Parent] IReadOnlyList<Forest> forests)
    {
        Calls++;
        return Task.FromResult<IReadOnlyList<IOwner?>>(
            [.. forests.Select(forest => forest.Id == "f1" ? null
                : (IOwner)new Person("owner of " + forest.Id))]);
    }

    public string Label([Parent] Forest forest, string prefix = "#") => prefix + forest.Id;
}

public sealed class Mutation
{
    public RenamePayload Rename(RenameInput input) => input.Name.Length == 0
        ? new RenamePayload(null, ["name-empty"])
        : new RenamePayload(new Forest(input.Id, input.Name, 1, null), []);

    public async Task<string> Upload(IFile file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.Name}:{await reader.ReadToEndAsync(cancellation)}";
    }
}

public sealed class Subscription
{
    public async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.Delay(1, cancellation);
            yield return i;
        }
    }

    public async IAsyncEnumerable<int> Forever([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        yield return 0;
    }

    public IAsyncEnumerable<int> Refused() => throw new GraphQLException("not today");
}

internal static class TestSchema
{
    public static Schema Build() => new SchemaBuilder().AddQueryType<Query>().AddMutationType<Mutation>()
        .AddSubscriptionType<Subscription>().AddType<Forest>().AddType<Village>().AddType<Person>()
        .AddTypeExtension<ForestFields>().Build();
}
