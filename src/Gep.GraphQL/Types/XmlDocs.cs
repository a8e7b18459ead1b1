using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Gep.GraphQL.Types;

/// <summary>Doc comments of an assembly, from the XML file beside it, as descriptions. Spec §2.9.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Of(Type type) => Summary(Member(type.Assembly, "T:" + NameOf(type)));

    public string? Of(MemberInfo member)
    {
        var type = member.DeclaringType!;
        string kind = member switch
        {
            PropertyInfo => "P:",
            MethodInfo => "M:",
            _ => "F:",
        };
        var own = Summary(Member(type.Assembly, $"{kind}{NameOf(type)}.{member.Name}"));
        return own
            ?? (member is PropertyInfo ? Parameter(Member(type.Assembly, "T:" + NameOf(type)), member.Name)
            : null);
    }

    public string? Of(ParameterInfo parameter)
    {
        var method = parameter.Member;
        var type = method.DeclaringType!;
        return Parameter(Member(type.Assembly, $"M:{NameOf(type)}.{method.Name}"), parameter.Name!);
    }

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.').Split('[')[0];

    private XElement? Member(Assembly assembly, string id)
    {
        if (!_files.TryGetValue(assembly, out var members)) _files[assembly] = members = Read(assembly);
        return members.GetValueOrDefault(id);
    }

    /// <summary>Methods are kept by name without parameters; overloads make no fields.</summary>
    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.Ordinal);
        string path = Path.ChangeExtension(assembly.Location, ".xml");
        if (assembly.Location.Length == 0 || !File.Exists(path)) return members;
        try
        {
            foreach (var member in XDocument.Load(path).Descendants("member"))
                members.TryAdd(((string?)member.Attribute("name") ?? "").Split('(')[0], member);
        }
        catch (XmlException)
        {
            // A broken file of comments leaves the schema without descriptions.
        }
        return members;
    }

    private static string? Summary(XElement? member) => Text(member?.Element("summary"));

    private static string? Parameter(XElement? member, string name) =>
        Text(member?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        string text = White().Replace(string.Concat(element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" or "paramref" } see =>
                ((string?)see.Attribute("cref") ?? (string?)see.Attribute("name") ?? "").Split('.', ':')[^1],
            XElement inner => inner.Value,
            _ => node.ToString(),
        })), " ").Trim();
        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
