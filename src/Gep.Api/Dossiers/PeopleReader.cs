using System.Collections.Immutable;
using Gep.Accounting.Compensation.Workflow;
using Gep.Api.Workspaces;

namespace Gep.Api.Dossiers;

/// <summary>Reads who may take steps, <c>people.csv</c> of a dossier folder.</summary>
internal static class PeopleReader
{
    private const string FileName = "people.csv";

    private static readonly ImmutableArray<string> Columns = ["name", "role", "unit"];

    /// <summary>The people, in file order.</summary>
    public static ImmutableArray<Person> Read(string root, ProblemList problems)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var row in CsvTable.Read(root, FileName, Columns, problems))
        {
            string? name = row.RequireText("name", problems), unit = row.RequireText("unit", problems);
            var role = row.RequireMember<ScheduleRole>("role", problems);
            row.RefuseUnknownKeys(problems);
            if (name is not null && unit is not null && role is not null)
                people.Add(new Person(name, role.Value, unit));
        }
        return people.ToImmutable();
    }
}
