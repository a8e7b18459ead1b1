using Gep.GraphQL.Types;

namespace Gep.GraphQL.Bench;

/// <summary>A parcel: what the small and the list query ask for.</summary>
public sealed record Parcel(
    [property: ID] string Id, string Code, string ClassCode, string ClassName, double AreaM2, int Year,
        string County,
    double Value, Unit Unit);

/// <summary>What all other types have.</summary>
public abstract class Entity<TNext>
    where TNext : class
{
    [ID]
    public string Id { get; init; } = "1";

    public string Name { get; init; } = "公顷";

    public string? Code { get; init; }

    public double? Amount { get; init; }

    public int Count { get; init; }

    public bool Active { get; init; }

    public TNext? Next => null;

    public IReadOnlyList<TNext> Items(int first = 10, string? filter = null) =>
        first < 0 || filter is not null ? throw new ArgumentOutOfRangeException(nameof(first)) : [];
}

[GraphQLDescription("Unit 实体")]
public sealed class Unit : Entity<County>;

[GraphQLDescription("County 实体")]
public sealed class County : Entity<Indicator>;

[GraphQLDescription("Indicator 实体")]
public sealed class Indicator : Entity<Method>;

[GraphQLDescription("Method 实体")]
public sealed class Method : Entity<Factor>;

[GraphQLDescription("Factor 实体")]
public sealed class Factor : Entity<Scenario>;

[GraphQLDescription("Scenario 实体")]
public sealed class Scenario : Entity<Dataset>;

[GraphQLDescription("Dataset 实体")]
public sealed class Dataset : Entity<Layer>;

[GraphQLDescription("Layer 实体")]
public sealed class Layer : Entity<Run>;

[GraphQLDescription("Run 实体")]
public sealed class Run : Entity<Report>;

[GraphQLDescription("Report 实体")]
public sealed class Report : Entity<Account>;

[GraphQLDescription("Account 实体")]
public sealed class Account : Entity<Entry>;

[GraphQLDescription("Entry 实体")]
public sealed class Entry : Entity<Matrix>;

[GraphQLDescription("Matrix 实体")]
public sealed class Matrix : Entity<Cell>;

[GraphQLDescription("Cell 实体")]
public sealed class Cell : Entity<Price>;

[GraphQLDescription("Price 实体")]
public sealed class Price : Entity<Service>;

[GraphQLDescription("Service 实体")]
public sealed class Service : Entity<Asset>;

[GraphQLDescription("Asset 实体")]
public sealed class Asset : Entity<Basin>;

[GraphQLDescription("Basin 实体")]
public sealed class Basin : Entity<Station>;

[GraphQLDescription("Station 实体")]
public sealed class Station : Entity<Sample>;

[GraphQLDescription("Sample 实体")]
public sealed class Sample : Entity<User>;

[GraphQLDescription("User 实体")]
public sealed class User : Entity<Role>;

[GraphQLDescription("Role 实体")]
public sealed class Role : Entity<Audit>;

[GraphQLDescription("Audit 实体")]
public sealed class Audit : Entity<Job>;

[GraphQLDescription("Job 实体")]
public sealed class Job : Entity<Task>;

[GraphQLDescription("Task 实体")]
public sealed class Task : Entity<Unit>;

/// <summary>The root of the benchmark's schema.</summary>
public sealed class Query
{
    private static readonly Unit Hectare = new();

    private static readonly Parcel[] All = [.. Enumerable.Range(0, 1000).Select(i => new Parcel(
        $"{i}", $"420106{100000 + i}", $"0{(i % 12) + 1}", "乔木林地", 1234.5678 * (i + 1), 2000 + (i % 25),
            "武昌区",
        i * 3.25, Hectare))];

    public Parcel? Parcel([ID] string id) => int.TryParse(id, out int i) && i >= 0 && i < All.Length ? All[i]
        : null;

    public IReadOnlyList<Parcel> Parcels(int first = 1000) => first == All.Length ? All : All[..first];

    public Unit? Unit([ID] string id) => id.Length == 0 ? new Unit() : null;

    public County? County([ID] string id) => id.Length == 0 ? new County() : null;

    public Indicator? Indicator([ID] string id) => id.Length == 0 ? new Indicator() : null;

    public Method? Method([ID] string id) => id.Length == 0 ? new Method() : null;

    public Factor? Factor([ID] string id) => id.Length == 0 ? new Factor() : null;

    public Scenario? Scenario([ID] string id) => id.Length == 0 ? new Scenario() : null;

    public Dataset? Dataset([ID] string id) => id.Length == 0 ? new Dataset() : null;

    public Layer? Layer([ID] string id) => id.Length == 0 ? new Layer() : null;

    public Run? Run([ID] string id) => id.Length == 0 ? new Run() : null;

    public Report? Report([ID] string id) => id.Length == 0 ? new Report() : null;

    public Account? Account([ID] string id) => id.Length == 0 ? new Account() : null;

    public Entry? Entry([ID] string id) => id.Length == 0 ? new Entry() : null;

    public Matrix? Matrix([ID] string id) => id.Length == 0 ? new Matrix() : null;

    public Cell? Cell([ID] string id) => id.Length == 0 ? new Cell() : null;

    public Price? Price([ID] string id) => id.Length == 0 ? new Price() : null;

    public Service? Service([ID] string id) => id.Length == 0 ? new Service() : null;

    public Asset? Asset([ID] string id) => id.Length == 0 ? new Asset() : null;

    public Basin? Basin([ID] string id) => id.Length == 0 ? new Basin() : null;

    public Station? Station([ID] string id) => id.Length == 0 ? new Station() : null;

    public Sample? Sample([ID] string id) => id.Length == 0 ? new Sample() : null;

    public User? User([ID] string id) => id.Length == 0 ? new User() : null;

    public Role? Role([ID] string id) => id.Length == 0 ? new Role() : null;

    public Audit? Audit([ID] string id) => id.Length == 0 ? new Audit() : null;

    public Job? Job([ID] string id) => id.Length == 0 ? new Job() : null;

    public Task? Task([ID] string id) => id.Length == 0 ? new Task() : null;
}
