using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Introspection;

/// <summary>The types that describe a schema, and the three meta fields. Spec §4.1 and §4.2.</summary>
internal static class IntrospectionTypes
{
    private const string Resource = "introspection.graphql";

    private static readonly SdlTypes Described = Build();

    public static ObjectType Schema { get; } = (ObjectType)Described.Find("__Schema")!;

    /// <summary>The names that begin with two underscores and may.</summary>
    public static IReadOnlySet<string> Names { get; } =
        Described.Defined.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary><c>__schema</c> of the query root.</summary>
    public static FieldDefinition SchemaField { get; } = new("__schema", new NonNullType(Schema))
    {
        Description = "Access the current type schema of this server.",
        Resolver = new FieldResolver { Sync = static (_, field) => field.Scope.Schema },
    };

    /// <summary><c>__type(name:)</c> of the query root.</summary>
    public static FieldDefinition TypeField { get; } = new("__type", TypeOfTypes())
    {
        Description = "Request the type information of a single type.",
        Arguments = [new InputValue("name", new NonNullType(StandardScalars.String))],
        Resolver = new FieldResolver
        {
            Sync = static (_, field) => field.Scope.Schema.FindType((string)field.Arguments["name"]!),
        },
    };

    /// <summary><c>__typename</c> of every composite type; the executor writes it.</summary>
    public static FieldDefinition TypenameField { get; } =
        new("__typename", new NonNullType(StandardScalars.String))
        {
            Description = "The name of the current Object type at runtime.",
            Resolver = new FieldResolver { Sync = static (_, _) => null },
        };

    private static NamedType TypeOfTypes() => Schema.FindField("queryType")!.Type.Named;

    private static SdlTypes Build()
    {
        using var stream = typeof(IntrospectionTypes).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var types = new SdlTypes(Parser.Parse(reader.ReadToEnd()));
        foreach (var type in types.Defined.OfType<ObjectType>())
        {
            foreach (var field in type.Fields) field.Resolver =
                IntrospectionResolvers.For(type.Name, field.Name);
        }
        return types;
    }
}
