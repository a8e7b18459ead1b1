using System.Collections.Immutable;
using Gep.Accounting.Codes;

namespace Gep.Accounting.Parameters;

/// <summary>The parameters of all services, found by service, name and ecosystem type.</summary>
public sealed class ParameterTable
{
    private readonly Dictionary<(ServiceCode, string, EcosystemTypeCode?), ServiceParameter> byKey = [];

    /// <summary>A table; throws <see cref="ArgumentException"/> when a parameter stands twice.</summary>
    public ParameterTable(IEnumerable<ServiceParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (!byKey.TryAdd((parameter.Service, parameter.Name, parameter.EcosystemType), parameter))
                throw new ArgumentException($"{parameter.History.Id} stands twice.", nameof(parameters));
        }
        All = [.. byKey.Values
            .OrderBy(parameter => parameter.Service)
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ThenBy(parameter => parameter.EcosystemType?.ToString() ?? "", StringComparer.Ordinal)];
    }

    /// <summary>All parameters, by service, name and type.</summary>
    public ImmutableArray<ServiceParameter> All { get; }

    /// <summary>
    /// The parameter for a type: its own, else that of its level 1, else that of all types; null when there
    /// is none. A null type asks for the one of all types.
    /// </summary>
    public ServiceParameter? Find(ServiceCode service, string name, EcosystemTypeCode? type)
    {
        if (type is { } code)
        {
            if (byKey.TryGetValue((service, name, code), out var own)) return own;
            if (byKey.TryGetValue((service, name, code.Level1), out var level1)) return level1;
        }
        return byKey.GetValueOrDefault((service, name, null));
    }
}
