using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Problems;
using Gep.Api.Workspaces;

namespace Gep.Api.Tests.Compensation;

/// <summary>Parcels and certificates of a test workspace, from CSV; absent files are empty.</summary>
internal static class RegisterTable
{
    private static readonly ProblemList None = new();

    public static ImmutableArray<RegisterParcel> ReadParcels(string root) =>
        [.. Rows(root, "parcels.csv").Select(ParcelOf)];

    public static ImmutableArray<LandCertificate> ReadCertificates(string root) =>
        [.. Rows(root, "certificates.csv").Select(CertificateOf)];

    public static ImmutableSortedDictionary<DistrictCode, BilingualText> ReadDistricts(string root) =>
        Rows(root, "districts.csv").ToImmutableSortedDictionary(
            row => DistrictCode.TryParse(row.Find("code")?.Text, out var code) ? code : default,
            row => new BilingualText(row.Find("zh")!.Text!, row.Find("en")!.Text!));

    private static RegisterParcel ParcelOf(YamlEntry row)
    {
        Assert.True(DistrictCode.TryParse(row.Find("district")?.Text, out var district));
        return new RegisterParcel(
            row.Find("id")!.Text!, row.Find("layer")!.Text!, district, row.Find("town")?.Text ?? "",
            row.Find("village")?.Text ?? "", row.Find("payee")?.Text ?? "", row.Find("ownership")?.Text,
            row.Find("grade")?.Text, row.Find("reserve")?.Text, row.Find("zone")?.Text,
            row.RequireDecimal("register_mu", None)!.Value,
            (double)row.RequireDecimal("geometry_mu", None)!.Value,
            null,
            row.Place);
    }

    private static LandCertificate CertificateOf(YamlEntry row) => new(
        row.Find("layer")!.Text!, row.Find("parcel")!.Text!, row.Find("number")!.Text!,
        row.RequireDecimal("mu", None)!.Value, row.Place);

    private static IReadOnlyList<YamlEntry> Rows(string root, string name) =>
        File.Exists(Path.Combine(root, name)) ? CsvTable.Read(root, name, [], None) : [];
}
