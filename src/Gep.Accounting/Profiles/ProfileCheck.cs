using System.Collections.Immutable;
using Gep.Accounting.Codes;
using Gep.Accounting.EcosystemServices;
using Gep.Accounting.Problems;

namespace Gep.Accounting.Profiles;

/// <summary>Checks of a profile before anything is computed. Source: [METHODS] §3.3.</summary>
public static class ProfileCheck
{
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
        foreach (var problem in DoubleCounting.Matrix.Select(pair =>
            Of(profile, pair)).OfType<AccountingProblem>())
            yield return problem;
        var equivalent = Booked(profile, ServiceCode.EquivalentValue.ToString());
        if (equivalent is not null) yield return NoGep(equivalent);
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

    private static AccountingProblem? Of(Profile profile, DoubleCountingPair pair)
    {
        if (Booked(profile, pair.First) is not { } first || Booked(profile, pair.Second) is not { } second)
            return null;
        if (!pair.Forbids(first.Method, second.Method)) return null;
        var accepted = profile.Accepted.FirstOrDefault(
            one => one.First == pair.First && one.Second == pair.Second);
        return accepted is null
            ? Counted(second, pair.First, pair.Second, pair.Why)
            : new AccountingProblem(
                AccountingProblemCode.ServicesDoubleCountedByDesign, ProblemSeverity.Warning, accepted.Place,
                new($"{pair.First} 与 {pair.Second} 同时计入（{pair.Why.Chinese}）：{accepted.Reason.Chinese}。",
                    $"{pair.First} and {pair.Second} are both booked ({pair.Why.English}): "
                        + $"{accepted.Reason.English}."),
                new("该总值不可与其他方案比较。", "Do not compare this total with another profile's."));
    }

    private static AccountingProblem NoGep(ProfileService entry) => new(
        AccountingProblemCode.EquivalentValueBooked, ProblemSeverity.Refusal, entry.Place,
        new("当量因子法的结果是 ESV，含支持服务，不得计入 GEP。",
            "The equivalent-factor method gives an ESV with supporting services; it is never part of a GEP."),
        new("请改为 memorandum。", "Make it a memorandum."));

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
