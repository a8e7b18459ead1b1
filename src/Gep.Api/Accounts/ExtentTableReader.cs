using System.Globalization;
using Gep.Accounting.Classifications;
using Gep.Accounting.Codes;
using Gep.Accounting.Extents;
using Gep.Accounting.Measures;
using Gep.Api.Workspaces;

namespace Gep.Api.Accounts;

/// <summary>Reads <c>extents/&lt;year&gt;.csv</c>: the extent account of a workspace that has no
/// layers.</summary>
internal static class ExtentTableReader
{
    private const string Folder = "extents";
    private const string WaterBodiesFile = "extents/water-bodies.csv";

    private static readonly string[] Columns =
        ["district", "ecosystem_type", "km2", "source", "confidence"];

    private static readonly string[] WaterBodyColumns =
        ["id", "name", "ecosystem_type", "district", "km2", "whole_km2", "source", "confidence"];

    /// <summary>Whether the workspace gives its extents as tables.</summary>
    public static bool IsThere(string root) => Directory.Exists(Path.Combine(root, Folder));

    /// <summary>The extents of a year; the rest of a district's official area is uncovered.</summary>
    public static ExtentTable Read(
        string root, AccountingYear year, Classification classification, ProblemList problems)
    {
        var extents = new List<EcosystemExtent>();
        foreach (var row in CsvTable.Read(root, $"{Folder}/{year}.csv", Columns, problems))
        {
            var district = District(row, classification, problems);
            var type = ClassificationReader.RequireType(row, "ecosystem_type", classification, problems);
            var area = SquareKilometres(row, "km2", problems);
            _ = SourceReader.ReadRow(row, problems);
            row.RefuseUnknownKeys(problems);
            if (district is null || type is null || area is null) continue;
            if (extents.Any(one => one.District == district && one.Type == type)) Repeated(row, problems);
            else extents.Add(new EcosystemExtent(district.Value, type.Value, area.Value, 1));
        }
        var districts = classification.Districts.Select(district =>
        {
            double covered = extents
                .Where(one => one.District == district.Code)
                .Sum(one => one.Area.SquareMetres);
            var official = district.OfficialArea;
            double rest = Math.Max(0.0, official.SquareMetres - covered);
            return new DistrictExtent(
                district.Code, Area.FromSquareMetres(covered + rest), official, Area.FromSquareMetres(rest));
        });
        return new ExtentTable(districts, extents, WaterBodies(root, classification, problems));
    }

    private static List<WaterBody> WaterBodies(
        string root, Classification classification, ProblemList problems)
    {
        if (!File.Exists(Path.Combine(root, WaterBodiesFile))) return [];
        var parts = new List<(
            string Id, string Name, EcosystemTypeCode Type, Area Whole, WaterBodyPart Part)>();
        foreach (var row in CsvTable.Read(root, WaterBodiesFile, WaterBodyColumns, problems))
        {
            string? id = row.RequireText("id", problems), name = row.RequireText("name", problems);
            var type = ClassificationReader.RequireType(row, "ecosystem_type", classification, problems);
            var district = District(row, classification, problems);
            var area = SquareKilometres(row, "km2", problems);
            var whole = SquareKilometres(row, "whole_km2", problems);
            _ = SourceReader.ReadRow(row, problems);
            row.RefuseUnknownKeys(problems);
            if (id is null || name is null || type is null || district is null) continue;
            if (area is not null && whole is not null)
                parts.Add((id, name, type.Value, whole.Value, new WaterBodyPart(district.Value, area.Value)));
        }
        return [.. parts
            .GroupBy(part => part.Id, StringComparer.Ordinal)
            .Select(group => new WaterBody(
                group.Key, group.First().Name, group.First().Type, group.First().Whole,
                [.. group.Select(part => part.Part)]))];
    }

    private static DistrictCode? District(YamlEntry row, Classification classification, ProblemList problems)
    {
        string? text = row.RequireText("district", problems);
        if (text is null) return null;
        if (DistrictCode.TryParse(text, out var code) && classification.Find(code) is not null) return code;
        problems.Refuse(WorkspaceProblemCode.DistrictUnknown, row.Place,
            new($"行政区 {text} 不在分类中。", $"The district {text} is not in the classification."),
            new("请使用 classifications/districts.csv 中的代码。", "Use a code of classifications/districts.csv."));
        return null;
    }

    private static Area? SquareKilometres(YamlEntry row, string column, ProblemList problems)
    {
        decimal? value = row.RequireDecimal(column, problems);
        if (value is null) return null;
        if (value >= 0) return Area.FromSquareKilometres((double)value.Value);
        string text = value.Value.ToString(CultureInfo.InvariantCulture);
        problems.Refuse(WorkspaceProblemCode.ValueOutOfRange, row.Place,
            new($"面积 {text} km² 为负。", $"The area {text} km² is negative."),
            new("请改正面积。", "Correct the area."));
        return null;
    }

    private static void Repeated(YamlEntry row, ProblemList problems) =>
        problems.Refuse(WorkspaceProblemCode.EntryDuplicate, row.Place,
            new("该区该类型重复。", "This type of this district stands twice."),
            new("请只保留一行。", "Keep one row."));
}
