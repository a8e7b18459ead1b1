namespace Gep.Api.Maps.Filters;

/// <summary>What can be compared with each other.</summary>
internal enum FilterKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>True and false.</summary>
    Truth,
}
