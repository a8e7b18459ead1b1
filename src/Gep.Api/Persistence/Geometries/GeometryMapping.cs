using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gep.Api.Persistence.Geometries;

/// <summary>Maps <see cref="StoredGeometry"/> to geometry columns in queries and parameters.</summary>
internal sealed class GeometryMapping : RelationalTypeMapping
{
    /// <summary>A mapping to a column type, such as <c>geometry(Geometry,4490)</c>.</summary>
    public GeometryMapping(string storeType)
        : base(storeType, typeof(StoredGeometry))
    {
    }

    private GeometryMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <inheritdoc/>
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) =>
        new GeometryMapping(parameters);

    /// <inheritdoc/>
    protected override void ConfigureParameter(DbParameter parameter) =>
        ((NpgsqlParameter)parameter).DataTypeName = StoredGeometry.TypeName;

    /// <inheritdoc/>
    protected override string GenerateNonNullSqlLiteral(object value) =>
        $"'{Convert.ToHexString(((StoredGeometry)value).Ewkb)}'::geometry";
}

/// <summary>Finds the mapping for properties and parameters.</summary>
internal sealed class GeometryMappingSource : IRelationalTypeMappingSourcePlugin
{
    /// <inheritdoc/>
    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        bool isGeometry = mappingInfo.ClrType == typeof(StoredGeometry)
            || (mappingInfo.ClrType is null && mappingInfo.StoreTypeName?.StartsWith(
                StoredGeometry.TypeName, StringComparison.OrdinalIgnoreCase) == true);
        return isGeometry ? new GeometryMapping(mappingInfo.StoreTypeName ?? StoredGeometry.TypeName) : null;
    }
}

/// <summary>Adds the mapping to a context.</summary>
internal sealed class GeometryOptions : IDbContextOptionsExtension
{
    /// <inheritdoc/>
    public DbContextOptionsExtensionInfo Info => new GeometryOptionsInfo(this);

    /// <inheritdoc/>
    public void ApplyServices(IServiceCollection services) =>
        new EntityFrameworkRelationalServicesBuilder(services)
            .TryAdd<IRelationalTypeMappingSourcePlugin, GeometryMappingSource>();

    /// <inheritdoc/>
    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class GeometryOptionsInfo(IDbContextOptionsExtension extension)
        : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "geometry ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) =>
            other is GeometryOptionsInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) =>
            debugInfo["Gep:Geometry"] = "1";
    }
}
