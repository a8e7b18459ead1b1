namespace Gep.Api.Serving;

/// <summary>Why a request got no answer; docs/maps.md lists them.</summary>
internal enum RequestProblemCode
{
    /// <summary>The snapshot is still being read.</summary>
    NotReady,

    /// <summary>There is nothing at this address.</summary>
    NotFound,

    /// <summary>Nothing is written here: the address is read by GET or HEAD.</summary>
    MethodNotAllowed,

    /// <summary>The service is not public, or the address is not.</summary>
    TokenNeeded,

    /// <summary>The token is unknown or over.</summary>
    TokenUnknown,

    /// <summary>The token is of a role that may not do this.</summary>
    RoleForbidden,

    /// <summary>More requests than one client may send.</summary>
    RateExceeded,

    /// <summary>There is no such export.</summary>
    ExportUnknown,

    /// <summary>There is no collection of that id.</summary>
    CollectionUnknown,

    /// <summary>There is no feature of that id.</summary>
    FeatureUnknown,

    /// <summary>There is no such set of tiles or no such tile.</summary>
    TileUnknown,

    /// <summary>The address has a parameter that nothing reads.</summary>
    ParameterUnknown,

    /// <summary>A parameter stands twice.</summary>
    ParameterRepeated,

    /// <summary>A parameter has a value that it cannot have.</summary>
    ParameterMalformed,

    /// <summary>The filter cannot be read.</summary>
    FilterMalformed,

    /// <summary>The filter names a property that the collection does not have.</summary>
    PropertyUnknown,

    /// <summary>The answer took too long.</summary>
    TimeExceeded,

    /// <summary>Something failed that the request does not explain.</summary>
    Failure,
}
