namespace Gep.Api.Maps;

/// <summary>What the values of a property are.</summary>
internal enum MapValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number, <c>long</c>.</summary>
    Integer,

    /// <summary>A physical number, <c>double</c>.</summary>
    Number,

    /// <summary>An exact amount of money, <c>decimal</c>.</summary>
    Money,

    /// <summary>True or false.</summary>
    Truth,
}
