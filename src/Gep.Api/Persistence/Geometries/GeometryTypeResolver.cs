using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace Gep.Api.Persistence.Geometries;

/// <summary>Teaches the driver PostGIS's type: the bytes on the wire are the extended WKB itself.</summary>
internal sealed class GeometryTypeResolver : PgTypeInfoResolverFactory
{
    /// <inheritdoc/>
    public override IPgTypeInfoResolver CreateResolver() => new Resolver();

    /// <inheritdoc/>
    public override IPgTypeInfoResolver? CreateArrayResolver() => null;

    private sealed class Resolver : IPgTypeInfoResolver
    {
        private readonly Lazy<TypeInfoMappingCollection> mappings = new(() =>
        {
            var types = new TypeInfoMappingCollection();
            types.AddType<StoredGeometry>(
                StoredGeometry.TypeName,
                (options, mapping, _) => mapping.CreateInfo(options, new EwkbConverter()),
                isDefault: true);
            return types;
        });

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            mappings.Value.Find(type, dataTypeName, options);
    }

    private sealed class EwkbConverter : PgStreamingConverter<StoredGeometry>
    {
        public override StoredGeometry Read(PgReader reader)
        {
            byte[] bytes = new byte[reader.CurrentRemaining];
            reader.ReadBytes(bytes.AsSpan());
            return new StoredGeometry(bytes);
        }

        public override async ValueTask<StoredGeometry> ReadAsync(
            PgReader reader, CancellationToken cancellationToken = default)
        {
            byte[] bytes = new byte[reader.CurrentRemaining];
            await reader.ReadBytesAsync(bytes.AsMemory(), cancellationToken).ConfigureAwait(false);
            return new StoredGeometry(bytes);
        }

        public override Size GetSize(SizeContext context, StoredGeometry value, ref object? writeState) =>
            value.Ewkb.Length;

        public override void Write(PgWriter writer, StoredGeometry value) => writer.WriteBytes(value.Ewkb);

        public override ValueTask WriteAsync(
            PgWriter writer, StoredGeometry value, CancellationToken cancellationToken = default) =>
            writer.WriteBytesAsync(value.Ewkb, cancellationToken);
    }
}
