using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// Who implements an interface has its fields, with types and arguments that fit. Spec §3.6.2,
/// IsValidImplementation 2.1 to 2.5.
/// </summary>
internal sealed class InterfaceFieldsAreProvidedRule : SchemaRule
{
    public override void CheckType(SchemaContext context, NamedType type)
    {
        if (type is not FieldsType fields) return;
        var parents = context.ImplementedBy(fields).OfType<InterfaceType>().Distinct();
        foreach (var parent in parents.Where(parent => parent != type))
        {
            foreach (var wanted in parent.Fields)
            {
                if (fields.FindField(wanted.Name) is { } given)
                    Check(context, new Pair(fields, parent, wanted, given));
                else
                    context.Report($"Interface field {parent}.{wanted.Name} expected but {type} does not "
                        + "provide it.", [wanted.Syntax, .. type.Syntax]);
            }
        }
    }

    private static void Check(SchemaContext context, Pair pair)
    {
        var (wanted, given) = (pair.Wanted, pair.Given);
        if (!context.Schema.IsTypeSubtype(given.Type, wanted.Type))
        {
            context.Report($"Interface field {pair.Parent}.{wanted.Name} expects type {wanted.Type} but "
                + $"{pair.Type}.{wanted.Name} is type {given.Type}.",
                wanted.Syntax?.Type, given.Syntax?.Type);
        }
        foreach (var argument in wanted.Arguments) CheckArgument(context, pair, argument);
        var further = given.Arguments.Where(a => a.IsRequired && wanted.FindArgument(a.Name) is null);
        foreach (var argument in further)
        {
            context.Report($"Object field {pair.Type}.{wanted.Name} includes required argument "
                + $"{argument.Name} "
                + $"that is missing from the Interface field {pair.Parent}.{wanted.Name}.",
                argument.Syntax, wanted.Syntax);
        }
    }

    private static void CheckArgument(SchemaContext context, Pair pair, InputValue wanted)
    {
        string place = $"{pair.Parent}.{pair.Wanted.Name}({wanted.Name}:)";
        string field = $"{pair.Type}.{pair.Wanted.Name}";
        if (pair.Given.FindArgument(wanted.Name) is not { } given)
        {
            context.Report($"Interface field argument {place} expected but {field} does not provide it.",
                wanted.Syntax, pair.Given.Syntax);
        }
        else if (wanted.Type.ToString() != given.Type.ToString())
        {
            context.Report($"Interface field argument {place} expects type {wanted.Type} but "
                + $"{field}({wanted.Name}:) is type {given.Type}.", wanted.Syntax?.Type, given.Syntax?.Type);
        }
    }

    private sealed record Pair(
        FieldsType Type, InterfaceType Parent, FieldDefinition Wanted, FieldDefinition Given);
}
