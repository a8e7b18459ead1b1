using System.Collections.Immutable;
using System.Globalization;
using Gep.Accounting.Codes;
using Gep.Accounting.Compensation;
using Gep.Accounting.Measures;
using Gep.Api.Layers;
using Gep.Api.Workspaces;

namespace Gep.Api.Compensation;

/// <summary>Takes the parcels of registers from the layers that have a register area.</summary>
internal static class RegisterReading
{
    /// <summary>
    /// The parcels that are there in a year, in order of layer and id. A parcel whose register entry cannot
    /// be read is missing and has its problem; a feature without a register area is no parcel of a register.
    /// </summary>
    public static ImmutableArray<RegisterParcel> Read(
        LoadedLayers layers, IReadOnlySet<DistrictCode> districts, AccountingYear year, ProblemList problems)
    {
        var parcels = ImmutableArray.CreateBuilder<RegisterParcel>();
        var ecosystem = layers.Parcels.Select(parcel =>
            (parcel.Feature, Type: (EcosystemTypeCode?)parcel.Type));
        var reserves = layers.Reserves.Select(feature => (Feature: feature, Type: (EcosystemTypeCode?)null));
        foreach (var (feature, type) in ecosystem.Concat(reserves))
        {
            if (!feature.IsThereIn(year)
                || feature.Find(LayerAttribute.RegisterAreaMu) is not { } area) continue;
            if (ReadParcel(feature, type, area, districts, problems) is { } parcel) parcels.Add(parcel);
        }
        return [.. parcels.OrderBy(parcel => parcel.Layer, StringComparer.Ordinal)
            .ThenBy(parcel => parcel.Id, StringComparer.Ordinal)];
    }

    private static RegisterParcel? ReadParcel(
        LoadedFeature feature, EcosystemTypeCode? type, string areaText,
        IReadOnlySet<DistrictCode> districts, ProblemList problems)
    {
        bool hasArea = decimal.TryParse(
            areaText, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal areaMu);
        if (!hasArea)
        {
            problems.Refuse(WorkspaceProblemCode.ValueMalformed, feature.Place,
                new($"登记面积“{areaText}”不是非负十进制数（亩）。",
                    $"The register area '{areaText}' is no non-negative decimal number of mu."),
                new("请改正登记面积。", "Correct the register area."));
        }
        string? districtText = feature.Find(LayerAttribute.District);
        bool hasDistrict = DistrictCode.TryParse(districtText, out var district)
            && districts.Contains(district);
        if (!hasDistrict)
        {
            problems.Refuse(WorkspaceProblemCode.DistrictUnknown, feature.Place,
                new($"登记行政区“{districtText}”不在 classifications/districts.csv 中。",
                    $"The register's district '{districtText}' is not in classifications/districts.csv."),
                new("请改正代码。", "Correct the code."));
        }
        string? payee = feature.Find(LayerAttribute.Payee);
        if (payee is null)
        {
            problems.Refuse(WorkspaceProblemCode.PayeeMissing, feature.Place,
                new("登记地块没有补偿对象。", "The parcel of the register has no payee."),
                new("请补充补偿对象。", "Add the payee."));
        }
        if (!hasArea || !hasDistrict || payee is null) return null;
        return new RegisterParcel(
            feature.Feature.Id, feature.Layer.Id, district,
            feature.Find(LayerAttribute.Town) ?? "", feature.Find(LayerAttribute.Village) ?? "", payee,
            feature.Find(LayerAttribute.Ownership), feature.Find(LayerAttribute.Grade),
            feature.Find(LayerAttribute.Reserve), feature.Find(LayerAttribute.Zone),
            areaMu, Area.FromSquareMetres(feature.Feature.SquareMetres).Mu, type, feature.Place);
    }
}
