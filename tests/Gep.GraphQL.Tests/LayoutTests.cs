using System.Text.RegularExpressions;
using Gep.GraphQL.Validation;
using Gep.Testing;

namespace Gep.GraphQL.Tests;

/// <summary>
/// A reader of graphql-js finds each phase in its folder, one rule a file, and the section it is from.
/// </summary>
public sealed partial class LayoutTests
{
    private static readonly string[] Phases =
        ["Execution", "Http", "Introspection", "Language", "Types", "Validation"];

    private static readonly string Root = Repository.PathOf("src", "Gep.GraphQL");

    private static readonly string[] Files =
    [
        .. Phases.SelectMany(phase =>
            Directory.GetFiles(Path.Combine(Root, phase), "*.cs", SearchOption.AllDirectories)),
    ];

    [Fact]
    public void Folders_AreThePhases()
    {
        var folders = Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal);

        Assert.Equal(Phases, folders);
    }

    [Fact]
    public void Files_CiteASectionOfTheSpecification() =>
        Assert.All(Files, file => Assert.Matches(Section(), File.ReadAllText(file)));

    [Fact]
    public void HttpFolder_AloneNamesAspNetCore() =>
        Assert.All(
            Files.Where(file => !file.StartsWith(Path.Combine(Root, "Http"), StringComparison.Ordinal)),
            file => Assert.DoesNotContain("AspNetCore", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void RuleFiles_HoldOneRuleOfTheirName()
    {
        foreach (string file in Files.Where(file => file.EndsWith("Rule.cs", StringComparison.Ordinal)
            && Path.GetDirectoryName(file)!.EndsWith("Rules", StringComparison.Ordinal)))
        {
            var rules = RuleClass().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);
            Assert.Equal([Path.GetFileNameWithoutExtension(file)], rules);
        }
    }

    [Fact]
    public void Rules_AreAllInALister()
    {
        var ofDocuments = Validator.ExecutableRules.Concat(Validator.TypeSystemRules)
            .Select(make => make().GetType());
        var ofSchemas = SchemaValidator.UsualRules.Concat(SchemaValidator.FurtherRules)
            .Select(make => make().GetType());
        var listed = ofDocuments.Concat(ofSchemas).ToHashSet();
        var written = typeof(Rule).Assembly.GetTypes().Where(type => !type.IsAbstract
            && (type.IsSubclassOf(typeof(Rule)) || type.IsSubclassOf(typeof(SchemaRule))));

        Assert.Equal(written.OrderBy(type => type.Name), listed.OrderBy(type => type.Name));
    }

    [GeneratedRegex(@"Spec\s+(?:///\s+)?(?:§\d|Appendix)")]
    private static partial Regex Section();

    [GeneratedRegex(@"class (\w+)[^\n]*: (?:Schema)?Rule\b")]
    private static partial Regex RuleClass();
}
