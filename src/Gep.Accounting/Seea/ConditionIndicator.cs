namespace Gep.Accounting.Seea;

/// <summary>A variable of the condition account, rescaled between two reference levels.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="ConditionClass">Class of the ecosystem condition typology: <c>A1</c> to <c>C1</c>.</param>
/// <param name="Low">Level of the worst condition; above <paramref name="High"/> where much is bad.</param>
/// <param name="High">Level of the best condition.</param>
/// <param name="Opening">Value at the opening.</param>
/// <param name="Closing">Value at the closing.</param>
public sealed record ConditionIndicator(
    string Name, string ConditionClass, double Low, double High, double Opening, double Closing)
{
    /// <summary>A value between its reference levels.</summary>
    /// <remarks>
    /// <c>I = (v − low) / (up − low)</c>, clamped to 0…1 [1]; levels swapped where a high value is bad.
    /// Source: [SEEA] chapter 5, [SEEALAND].
    /// </remarks>
    public double Rescaled(double value) => Math.Clamp((value - Low) / (High - Low), 0.0, 1.0);
}
