using Gep.GraphQL.Language;

namespace Gep.GraphQL.Types;

/// <summary>The directives that every schema has. Spec §3.13.1 to §3.13.5.</summary>
internal static class StandardDirectives
{
    public const string NoLongerSupported = "No longer supported";

    private static readonly string[] Selections = ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"];

    public static DirectiveDefinition Include { get; } = new("include", Selections)
    {
        Description =
            "Directs the executor to include this field or fragment only when the `if` argument is true.",
        Arguments = [If("Included when true.")],
    };

    public static DirectiveDefinition Skip { get; } = new("skip", Selections)
    {
        Description = "Directs the executor to skip this field or fragment when the `if` argument is true.",
        Arguments = [If("Skipped when true.")],
    };

    public static DirectiveDefinition Deprecated { get; } = new(
        "deprecated",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE",
            "DIRECTIVE_DEFINITION"])
    {
        Description = "Marks an element of a GraphQL schema as no longer supported.",
        Arguments =
        [
            new InputValue("reason", StandardScalars.String)
            {
                Description =
                    "Explains why this element was deprecated, usually also including a suggestion for how "
                    + "to access supported similar data. Formatted using the Markdown syntax, as specified "
                        + "by "
                    + "[CommonMark](https://commonmark.org/).",
                DefaultLiteral = new StringValueNode(NoLongerSupported, isBlock: false),
            },
        ],
    };

    public static DirectiveDefinition SpecifiedBy { get; } = new("specifiedBy", ["SCALAR"])
    {
        Description = "Exposes a URL that specifies the behavior of this scalar.",
        Arguments =
        [
            new InputValue("url", new NonNullType(StandardScalars.String))
            {
                Description = "The URL that specifies the behavior of this scalar.",
            },
        ],
    };

    public static DirectiveDefinition OneOf { get; } = new("oneOf", ["INPUT_OBJECT"])
    {
        Description = "Indicates exactly one field must be supplied and this field must not be `null`.",
    };

    public static IReadOnlyList<DirectiveDefinition> All { get; } =
        [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    private static InputValue If(string description) =>
        new("if", new NonNullType(StandardScalars.Boolean)) { Description = description };
}
