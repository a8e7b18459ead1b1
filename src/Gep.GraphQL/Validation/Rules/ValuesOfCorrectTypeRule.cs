using Gep.GraphQL.Execution;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.Rules;

/// <summary>Literals fit the type asked for. Spec §5.6.1 to §5.6.4.</summary>
internal sealed class ValuesOfCorrectTypeRule : Rule
{
    public override bool Enter(Node node)
    {
        switch (node)
        {
            case ListValueNode list when Context.Place.ParentInputType?.Nullable is not ListType:
                CheckLeaf(list);
                return false;
            case ObjectValueNode map:
                return EnterObject(map);
            case ObjectFieldNode field:
                CheckField(field);
                break;
            case NullNode when Context.Place.InputType is NonNullType type:
                Context.Report($"Expected value of type \"{type}\", found null.", node);
                break;
            case LiteralNode or StringValueNode or BooleanNode:
                CheckLeaf((ValueNode)node);
                break;
        }
        return true;
    }

    private bool EnterObject(ObjectValueNode node)
    {
        if (Context.Place.InputType?.Named is not InputObjectType type)
        {
            CheckLeaf(node);
            return false;
        }
        var given = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in node.Fields) given[field.Name.Value] = field;
        foreach (var field in type.Fields.Where(field => field.IsRequired && !given.ContainsKey(field.Name)))
            Context.Report(
                $"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", node);
        if (!type.IsOneOf) return true;
        if (given.Count != 1)
            Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", node);
        else if (given.First() is { Value.Value: NullNode } only)
            Context.Report($"Field \"{type}.{only.Key}\" must be non-null.", node);
        return true;
    }

    private void CheckField(ObjectFieldNode node)
    {
        if (Context.Place.InputType is not null
            || Context.Place.ParentInputType?.Named is not InputObjectType parent)
            return;
        string name = node.Name.Value;
        Context.Report($"Field \"{name}\" is not defined by type \"{parent}\"."
            + Context.Suggest(name, parent.Fields.Select(field => field.Name)), node);
    }

    private void CheckLeaf(ValueNode node)
    {
        if (Context.Place.InputType is not { } place) return;
        switch (place.Named)
        {
            case EnumType type:
                CheckEnum(node, type);
                break;
            case ScalarType type:
                CheckScalar(node, type, place);
                break;
            default:
                Context.Report($"Expected value of type \"{place}\", found {Printer.Print(node)}.", node);
                break;
        }
    }

    private void CheckEnum(ValueNode node, EnumType type)
    {
        string text = Printer.Print(node);
        bool isName = node.Kind == NodeKind.EnumValue;
        if (isName && type.FindByName(text) is not null) return;
        string suggestion = Context.HidesSuggestions
            ? ""
            : Suggestions.DidYouMean(Suggestions.Near(text, type.Values.Select(v => v.Name)),
                "the enum value");
        Context.Report((isName
            ? $"Value \"{text}\" does not exist in \"{type}\" enum."
            : $"Enum \"{type}\" cannot represent non-enum value: {text}.") + suggestion, node);
    }

    private void CheckScalar(ValueNode node, ScalarType type, GraphQLType place)
    {
        try
        {
            LiteralCoercion.ParseLiteral(node, type, null);
        }
        catch (GraphQLException refused) when (refused.Error.Cause is LiteralPlace)
        {
            Context.Report(refused.Message, node);
        }
        catch (Exception refused) when (refused is GraphQLException or FormatException or OverflowException)
        {
            Context.Report(
                $"Expected value of type \"{place}\", found {Printer.Print(node)}; {refused.Message}", node);
        }
    }
}
