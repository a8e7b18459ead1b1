using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence.Geometries;

/// <summary>PostGIS functions for queries; the database computes them, the bodies never run.</summary>
internal static class PostGis
{
    /// <summary><c>ST_Intersects</c>: whether two geometries share a point; uses the index.</summary>
    public static bool Intersects(StoredGeometry left, StoredGeometry right) => throw OnServerOnly();

    /// <summary><c>ST_MakeEnvelope</c>: the rectangle of two corners [°].</summary>
    public static StoredGeometry MakeEnvelope(
        double west, double south, double east, double north, int srid) => throw OnServerOnly();

    /// <summary>Makes them known to the model.</summary>
    public static void Register(ModelBuilder model)
    {
        model.HasDbFunction(typeof(PostGis).GetMethod(nameof(Intersects))!)
            .HasName("st_intersects").IsBuiltIn();
        model.HasDbFunction(typeof(PostGis).GetMethod(nameof(MakeEnvelope))!)
            .HasName("st_makeenvelope").IsBuiltIn();
    }

    private static InvalidOperationException OnServerOnly() => new("Only the database computes this.");
}
