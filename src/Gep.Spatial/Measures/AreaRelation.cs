namespace Gep.Spatial.Measures;

/// <summary>How two areas lie to each other, as far as it can be said without cutting.</summary>
internal enum AreaRelation
{
    /// <summary>No common area; they may share edges.</summary>
    Apart,

    /// <summary>The first lies in the second; they may share edges, or be equal.</summary>
    FirstWithinSecond,

    /// <summary>The second lies in the first, and is smaller.</summary>
    SecondWithinFirst,

    /// <summary>They must be cut to tell.</summary>
    Crossing,
}
