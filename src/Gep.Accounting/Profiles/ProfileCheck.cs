using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>Checks of a profile before anything is computed. Source: [METHODS] §3.3.</summary>
public static class ProfileCheck
{
    private static readonly ImmutableArray<(string First, string Second, BilingualText Why)> Exclusive =
    [
        ("water-conservation", "water-supply", new("同一份水", "the same water")),
        ("carbon-sequestration", "oxygen-release", new("同一净初级生产力", "the same net primary production")),
        ("agricultural-products", "pest-control",
            new("病虫害控制是农产品的中间投入", "pest control is an input of the crop")),
        ("tourism", "species-conservation", new("物种保育价值已含于旅游", "tourists pay for the species")),
        ("tourism", "leisure", new("同一批游客", "the same visitors unless split by residence")),
        ("tourism", "landscape-premium", new("酒店溢价已含于旅行费用", "travel cost holds the hotel's premium")),
    ];

    private static readonly ImmutableArray<ServiceCode> Published =
        [ServiceCode.PublishedForestServices, ServiceCode.PublishedWetlandServices];

    /// <summary>What is wrong with a profile, in the order of its services.</summary>
    public static IEnumerable<AccountingProblem> Of(Profile profile)
    {
        foreach (var entry in profile.Services.Where(entry => entry.Role != ServiceRole.Off))
        {
            if (ServiceMethods.Find(entry.Service, entry.Method ?? "") is null)
                yield return UnknownMethod(entry);
        }
        foreach (var (first, second, why) in Exclusive)
        {
            if (Booked(profile, first) is not null && Booked(profile, second) is { } later)
                yield return Counted(later, first, second, why);
        }
        var published = profile.Services.FirstOrDefault(
            entry => entry.Role == ServiceRole.Booked && Published.Contains(entry.Service));
        var other = profile.Services.FirstOrDefault(
            entry => entry.Role == ServiceRole.Booked && !Published.Contains(entry.Service));
        if (published is not null && other is not null)
        {
            yield return Counted(other, published.Service.ToString(), other.Service.ToString(),
                new("公布总值已含各项服务", "a published total holds every service"));
        }
    }

    private static ProfileService? Booked(Profile profile, string service) => profile.Services.FirstOrDefault(
        entry => entry.Role == ServiceRole.Booked
            && string.Equals(entry.Service.ToString(), service, StringComparison.Ordinal));

    private static AccountingProblem UnknownMethod(ProfileService entry) => new(
        AccountingProblemCode.ServiceMethodUnknown, ProblemSeverity.Refusal, entry.Place,
        new($"服务 {entry.Service} 没有名为“{entry.Method}”的方法。",
            $"The service {entry.Service} has no method '{entry.Method}'."),
        new($"可用：{Known(entry.Service)}。", $"Known: {Known(entry.Service)}."));

    private static string Known(ServiceCode service)
    {
        string known = string.Join(", ",
            ServiceMethods.All.Where(method => method.Service == service).Select(method => method.Name));
        return known.Length == 0 ? "off" : known;
    }

    private static AccountingProblem Counted(
        ProfileService entry, string first, string second, BilingualText why) =>
        new(AccountingProblemCode.ServicesDoubleCounted, ProblemSeverity.Refusal, entry.Place,
            new($"{first} 与 {second} 不能同时计入：{why.Chinese}。",
                $"{first} and {second} may not both be booked: {why.English}."),
            new("请把其中一项改为 memorandum 或 off。", "Make one of them memorandum or off."));
}
