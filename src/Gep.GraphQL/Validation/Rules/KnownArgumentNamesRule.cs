using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Arguments exist on their field or directive. Spec §5.4.1.</summary>
internal sealed class KnownArgumentNamesRule : Rule
{
    private readonly Dictionary<string, IReadOnlyList<string>> _directives = new(StringComparer.Ordinal);

    protected override void Start()
    {
        foreach (var directive in Context.Schema?.Directives ?? StandardDirectives.All)
            _directives[directive.Name] = [.. directive.Arguments.Select(argument => argument.Name)];
        foreach (var directive in Context.Document.Definitions.OfType<DirectiveDefinitionNode>())
            _directives[directive.Name!.Value] =
                [.. directive.Arguments.Select(argument => argument.Name!.Value)];
    }

    public override bool Enter(Node node)
    {
        if (node is ArgumentNode argument)
        {
            CheckOnField(argument);
            return true;
        }
        if (node is not DirectiveNode directive) return true;
        if (!_directives.TryGetValue(directive.Name.Value, out var known)) return false;
        foreach (var given in directive.Arguments.Where(given => !known.Contains(given.Name.Value)))
        {
            string name = given.Name.Value;
            Context.Report($"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\"."
                + Context.Suggest(name, known), given);
        }
        return false;
    }

    private void CheckOnField(ArgumentNode argument)
    {
        var place = Context.Place;
        if (place.Argument is not null || place.Field is not { } field
            || place.ParentType is not { } parent) return;
        string name = argument.Name.Value;
        Context.Report($"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\"."
            + Context.Suggest(name, field.Arguments.Select(known => known.Name)), argument);
    }
}
