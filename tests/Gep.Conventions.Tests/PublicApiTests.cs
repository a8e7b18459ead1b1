using System.Reflection;
using System.Text;
using Gep.Testing;

namespace Gep.Conventions.Tests;

public class PublicApiTests
{
    [Theory]
    [InlineData("Gep.Spatial")]
    [InlineData("Gep.Accounting")]
    public void PublicSurface_Changes_OnlyOnPurpose(string assembly) =>
        Golden.Matches("public-api", $"{assembly}.txt", Surface(Assembly.Load(assembly)));

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes()
            .OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (string member in Members(type)) text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type) => type
        .GetMembers(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is not MethodInfo { IsSpecialName: true } and not TypeInfo)
        .Select(member => member.ToString()!)
        .Where(member => !member.Contains('<', StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
