using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Classifications;

/// <summary>The districts, ecosystem types and ecosystem services of a workspace.</summary>
public sealed class Classification
{
    private readonly Dictionary<DistrictCode, District> districts;
    private readonly Dictionary<EcosystemTypeCode, EcosystemType> types;
    private readonly Dictionary<ServiceCode, EcosystemService> services;
    private readonly Dictionary<string, EcosystemTypeCode> bySurveyCode;

    /// <summary>A classification; throws <see cref="ArgumentException"/> when a code stands twice.</summary>
    public Classification(
        IEnumerable<District> districts, IEnumerable<EcosystemType> types,
        IEnumerable<EcosystemService> services)
    {
        Districts = [.. districts.OrderBy(district => district.Code)];
        Types = [.. types.OrderBy(type => type.Code)];
        Services = [.. services];
        this.districts = Districts.ToDictionary(district => district.Code);
        this.types = Types.ToDictionary(type => type.Code);
        this.services = Services.ToDictionary(service => service.Code);
        bySurveyCode = Types
            .SelectMany(type => type.SurveyCodes.Select(code => (Survey: code, type.Code)))
            .ToDictionary(pair => pair.Survey, pair => pair.Code, StringComparer.Ordinal);
    }

    /// <summary>The districts by code.</summary>
    public ImmutableArray<District> Districts { get; }

    /// <summary>The ecosystem types by code.</summary>
    public ImmutableArray<EcosystemType> Types { get; }

    /// <summary>The services in the order of the file, which is that of reports.</summary>
    public ImmutableArray<EcosystemService> Services { get; }

    /// <summary>A district, or null.</summary>
    public District? Find(DistrictCode code) => districts.GetValueOrDefault(code);

    /// <summary>An ecosystem type, or null.</summary>
    public EcosystemType? Find(EcosystemTypeCode code) => types.GetValueOrDefault(code);

    /// <summary>A service, or null.</summary>
    public EcosystemService? Find(ServiceCode code) => services.GetValueOrDefault(code);

    /// <summary>The ecosystem type a code of the national land survey maps to, or null.</summary>
    public EcosystemTypeCode? FindBySurveyCode(string surveyCode) =>
        bySurveyCode.TryGetValue(surveyCode, out var code) ? code : null;
}
