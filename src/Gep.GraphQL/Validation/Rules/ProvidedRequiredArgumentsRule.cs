using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Required arguments are given. Spec §5.4.3.</summary>
internal sealed class ProvidedRequiredArgumentsRule : Rule
{
    private readonly Dictionary<string,
        List<(string Name, string Type)>> _directives = new(StringComparer.Ordinal);

    protected override void Start()
    {
        foreach (var directive in Context.Schema?.Directives ?? StandardDirectives.All)
        {
            _directives[directive.Name] = [.. directive.Arguments.Where(argument => argument.IsRequired)
                .Select(argument => (argument.Name, argument.Type.ToString()!))];
        }
        foreach (var directive in Context.Document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            _directives[directive.Name!.Value] = [.. directive.Arguments
                .Where(argument => argument.Type.Kind == NodeKind.NonNullType
                    && argument.DefaultValue is null)
                .Select(argument => (argument.Name!.Value, Printer.Print(argument.Type)))];
        }
    }

    public override void Leave(Node node)
    {
        if (node is FieldNode field && Context.Place.Field is { } definition)
        {
            foreach (var argument in definition.Arguments.Where(argument => argument.IsRequired))
            {
                if (field.Arguments.Any(given => given.Name.Value == argument.Name)) continue;
                Context.Report($"Field \"{definition.Name}\" argument \"{argument.Name}\" of type "
                    + $"\"{argument.Type}\" is required, but it was not provided.", field);
            }
        }
        else if (node is DirectiveNode directive
            && _directives.TryGetValue(directive.Name.Value, out var required))
        {
            foreach (var (name, type) in required)
            {
                if (directive.Arguments.Any(given => given.Name.Value == name)) continue;
                Context.Report(
                    $"Directive \"@{directive.Name.Value}\" argument \"{name}\" of type \"{type}\" "
                    + "is required, but it was not provided.", directive);
            }
        }
    }
}
