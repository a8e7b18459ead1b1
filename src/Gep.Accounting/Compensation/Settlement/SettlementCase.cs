namespace Gep.Accounting.Compensation.Settlement;

/// <summary>One item with the terms of its day; what a method needs was checked to be there.</summary>
internal sealed record SettlementCase(SettlementItem Item, TermsPeriod Terms)
{
    public decimal Measure(string name) => Item.Measures[name];

    public decimal MeasureOr(string name, decimal otherwise) =>
        Item.Measures.GetValueOrDefault(name, otherwise);

    public decimal Value(string name) => Terms.Values[name];

    public decimal ValueOr(string name, decimal otherwise) => Terms.Values.GetValueOrDefault(name, otherwise);

    public string Word(string name) => Item.Words.GetValueOrDefault(name, "");

    public string Choice(string name) => Terms.Choices.GetValueOrDefault(name, "");
}
