using System.Buffers;
using Gep.GraphQL.Introspection;
using Gep.GraphQL.Language;
using Gep.GraphQL.Types;

namespace Gep.GraphQL.Validation.SchemaRules;

/// <summary>
/// Names are names of the language and leave two underscores at their start to introspection. Spec §2.1.9
/// and §4.1 "Reserved Names".
/// </summary>
internal sealed class AllowedNamesRule : SchemaRule
{
    private const string Reserved = "__";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public override void CheckDirective(SchemaContext context, DirectiveDefinition directive)
    {
        Check(context, directive.Name, directive.Syntax);
        foreach (var argument in directive.Arguments) Check(context, argument.Name, argument.Syntax);
    }

    public override void CheckType(SchemaContext context, NamedType type)
    {
        bool isOfIntrospection = IntrospectionTypes.Names.Contains(type.Name);
        if (!isOfIntrospection) Check(context, type.Name, SchemaContext.Written(type).FirstOrDefault());
        if (type is FieldsType fields)
        {
            foreach (var field in fields.Fields)
            {
                Check(context, field.Name, field.Syntax);
                foreach (var argument in field.Arguments) Check(context, argument.Name, argument.Syntax);
            }
        }
        if (type is InputObjectType input)
        {
            foreach (var field in input.Fields) Check(context, field.Name, field.Syntax);
        }
        if (type is EnumType enumeration) CheckValues(context, enumeration);
    }

    private static void CheckValues(SchemaContext context, EnumType type)
    {
        var nodes = SchemaContext.Written(type).SelectMany(node => node.Values).ToList();
        foreach (var value in type.Values)
        {
            Check(context, value.Name, nodes.FirstOrDefault(node => node.Name!.Value == value.Name));
            if (value.Name is "true" or "false" or "null")
                context.Report($"Enum values cannot be named: {value.Name}");
        }
    }

    private static void Check(SchemaContext context, string name, Node? node)
    {
        if (name.StartsWith(Reserved, StringComparison.Ordinal))
        {
            context.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL "
                + "introspection.", node);
        }
        bool isName = name.Length > 0 && !char.IsAsciiDigit(name[0])
            && name.AsSpan().IndexOfAnyExcept(Allowed) < 0;
        if (!isName)
            context.Report($"\"{name}\" is no name: letters, digits and _ of ASCII make names.", node);
    }
}
