using Gep.Accounting.Problems;

namespace Gep.Accounting.Compensation.Dossiers;

/// <summary>What a check of the dossier of a schedule found.</summary>
/// <param name="Code">Number of the check ([COMPENSATION] §5.5).</param>
/// <param name="Severity">Refusal blocks the release, a warning asks someone to look.</param>
/// <param name="Where">Line, payee, card, village or document.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DossierFinding(
    ScheduleCheckCode Code, ProblemSeverity Severity, string Where, BilingualText Text, BilingualText Remedy);
