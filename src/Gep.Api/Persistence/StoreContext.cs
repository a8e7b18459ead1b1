using System.Text;
using Gep.Api.Persistence.Geometries;
using Gep.Api.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gep.Api.Persistence;

/// <summary>The tables of the store. Migrations make them; a test compares them with this model.</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    /// <summary>The schema that all tables lie in.</summary>
    public const string Schema = "gep";

    private const string Json = "jsonb";
    private const string Decimal = "numeric";

    /// <summary>Workspaces.</summary>
    public DbSet<WorkspaceRow> Workspaces => Set<WorkspaceRow>();

    /// <summary>Contents by hash.</summary>
    public DbSet<ContentRow> Contents => Set<ContentRow>();

    /// <summary>Layer versions.</summary>
    public DbSet<LayerVersionRow> LayerVersions => Set<LayerVersionRow>();

    /// <summary>Files of layer versions.</summary>
    public DbSet<LayerFileRow> LayerFiles => Set<LayerFileRow>();

    /// <summary>Features.</summary>
    public DbSet<FeatureRow> Features => Set<FeatureRow>();

    /// <summary>Snapshots.</summary>
    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    /// <summary>Layer versions of snapshots.</summary>
    public DbSet<SnapshotLayerRow> SnapshotLayers => Set<SnapshotLayerRow>();

    /// <summary>Packs of snapshots.</summary>
    public DbSet<SnapshotFileRow> SnapshotFiles => Set<SnapshotFileRow>();

    /// <summary>Problems of snapshots.</summary>
    public DbSet<SnapshotProblemRow> SnapshotProblems => Set<SnapshotProblemRow>();

    /// <summary>Repairs of snapshots.</summary>
    public DbSet<GeometryRepairRow> GeometryRepairs => Set<GeometryRepairRow>();

    /// <summary>Publications.</summary>
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();

    /// <summary>Runs.</summary>
    public DbSet<RunRow> Runs => Set<RunRow>();

    /// <summary>Documents of runs.</summary>
    public DbSet<RunDocumentRow> RunDocuments => Set<RunDocumentRow>();

    /// <summary>Schedules.</summary>
    public DbSet<ScheduleRow> Schedules => Set<ScheduleRow>();

    /// <summary>Account lines.</summary>
    public DbSet<AccountLineRow> AccountLines => Set<AccountLineRow>();

    /// <summary>Payment lines.</summary>
    public DbSet<PaymentLineRow> PaymentLines => Set<PaymentLineRow>();

    /// <summary>Steps of schedules.</summary>
    public DbSet<ScheduleEntryRow> ScheduleEntries => Set<ScheduleEntryRow>();

    /// <summary>Payment lines that steps are about.</summary>
    public DbSet<ScheduleContentRow> ScheduleContents => Set<ScheduleContentRow>();

    /// <summary>Tokens.</summary>
    public DbSet<TokenRow> Tokens => Set<TokenRow>();

    /// <summary>Tokens that were taken back.</summary>
    public DbSet<TokenRevocationRow> TokenRevocations => Set<TokenRevocationRow>();

    /// <summary>First answers to writes.</summary>
    public DbSet<WriteKeyRow> WriteKeys => Set<WriteKeyRow>();

    /// <summary>Runs that were asked for.</summary>
    public DbSet<ServiceRunRow> ServiceRuns => Set<ServiceRunRow>();

    /// <summary>That somebody began with a run.</summary>
    public DbSet<ServiceRunBeginRow> ServiceRunBegins => Set<ServiceRunBeginRow>();

    /// <summary>How runs ended.</summary>
    public DbSet<ServiceRunEndRow> ServiceRunEnds => Set<ServiceRunEndRow>();

    /// <summary>What was handed in.</summary>
    public DbSet<ServiceRecordRow> ServiceRecords => Set<ServiceRecordRow>();

    /// <summary>Bytes of files of layer versions.</summary>
    public DbSet<LayerFilePartRow> LayerFileParts => Set<LayerFilePartRow>();

    /// <summary>The audit log.</summary>
    public DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();

    /// <summary>The name of a property's column: <c>LayerVersionId</c> is <c>layer_version_id</c>.</summary>
    public static string ColumnOf(string property)
    {
        var name = new StringBuilder();
        foreach (char letter in property)
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        PostGis.Register(modelBuilder);
        AddLayers(modelBuilder);
        AddSnapshots(modelBuilder);
        AddRuns(modelBuilder);
        AddPayments(modelBuilder);
        AddService(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(ColumnOf(property.Name));
            if (property.ClrType == typeof(decimal) || property.ClrType == typeof(decimal?))
                property.SetColumnType(Decimal);
        }
    }

    private static void AddLayers(ModelBuilder model)
    {
        model.Entity<WorkspaceRow>().ToTable("workspace").HasKey(row => row.Id);
        model.Entity<ContentRow>().ToTable("content").HasKey(row => row.Hash);
        model.Entity<LayerVersionRow>(layer =>
        {
            layer.ToTable("layer_version").HasKey(row => row.Id);
            layer.Property(row => row.Definition).HasColumnType(Json);
        });
        model.Entity<LayerFileRow>().ToTable("layer_file")
            .HasKey(row => new { row.LayerVersionId, row.Position });
        model.Entity<LayerFilePartRow>().ToTable("layer_file_part")
            .HasKey(row => new { row.LayerVersionId, row.Path, row.Part });
        model.Entity<FeatureRow>(feature =>
        {
            feature.ToTable("feature").HasKey(row => row.Id);
            feature.Property(row => row.Attributes).HasColumnType(Json);
            feature.Property(row => row.Geometry)
                .HasColumnType($"{StoredGeometry.TypeName}(Geometry,{StoredGeometry.Srid})");
        });
    }

    private static void AddSnapshots(ModelBuilder model)
    {
        model.Entity<SnapshotRow>().ToTable("snapshot").HasKey(row => row.Id);
        model.Entity<SnapshotLayerRow>().ToTable("snapshot_layer")
            .HasKey(row => new { row.SnapshotId, row.Position });
        model.Entity<SnapshotFileRow>().ToTable("snapshot_file")
            .HasKey(row => new { row.SnapshotId, row.Path });
        model.Entity<SnapshotProblemRow>().ToTable("snapshot_problem")
            .HasKey(row => new { row.SnapshotId, row.Position });
        model.Entity<GeometryRepairRow>().ToTable("geometry_repair")
            .HasKey(row => new { row.SnapshotId, row.Position });
        model.Entity<PublicationRow>().ToTable("publication").HasKey(row => row.Id);
    }

    private static void AddRuns(ModelBuilder model)
    {
        model.Entity<RunRow>(run =>
        {
            run.ToTable("run").HasKey(row => row.Id);
            run.Property(row => row.Manifest).HasColumnType(Json);
        });
        model.Entity<RunDocumentRow>().ToTable("run_document")
            .HasKey(row => new { row.RunId, row.Name });
        model.Entity<AccountDistrictRow>().ToTable("account_district")
            .HasKey(row => new { row.RunId, row.District });
        model.Entity<AccountExtentRow>().ToTable("account_extent")
            .HasKey(row => new { row.RunId, row.District, row.EcosystemType });
        model.Entity<AccountLineRow>(line =>
        {
            line.ToTable("account_line").HasKey(row => new { row.RunId, row.Position });
            line.Property(row => row.Trace).HasColumnType(Json);
        });
    }

    private static void AddPayments(ModelBuilder model)
    {
        model.Entity<ScheduleRow>().ToTable("schedule").HasKey(row => row.Id);
        model.Entity<PaymentLineRow>(line =>
        {
            line.ToTable("payment_line").HasKey(row => new { row.ScheduleId, row.Line });
            line.Property(row => row.Trace).HasColumnType(Json);
        });
        model.Entity<PaymentShareRow>().ToTable("payment_share")
            .HasKey(row => new { row.ScheduleId, row.Line, row.Payer });
    }

    private static void AddService(ModelBuilder model)
    {
        model.Entity<ScheduleEntryRow>().ToTable("schedule_entry")
            .HasKey(row => new { row.WorkspaceId, row.Schedule, row.Number });
        model.Entity<ScheduleContentRow>().ToTable("schedule_content")
            .HasKey(row => new { row.WorkspaceId, row.Schedule, row.Fingerprint });
        model.Entity<TokenRow>().ToTable("token").HasKey(row => row.Id);
        model.Entity<TokenRevocationRow>(revocation =>
        {
            revocation.ToTable("token_revocation").HasKey(row => row.TokenId);
            revocation.Property(row => row.TokenId).ValueGeneratedNever();
        });
        model.Entity<WriteKeyRow>(write =>
        {
            write.ToTable("write_key").HasKey(row => new { row.Actor, row.Key });
            write.Property(row => row.Answer).HasColumnType(Json);
        });
        model.Entity<ServiceRunRow>().ToTable("service_run").HasKey(row => row.Id);
        model.Entity<ServiceRunBeginRow>().ToTable("service_run_begin")
            .HasKey(row => new { row.ServiceRunId, row.Number });
        model.Entity<ServiceRunEndRow>(end =>
        {
            end.ToTable("service_run_end").HasKey(row => row.ServiceRunId);
            end.Property(row => row.ServiceRunId).ValueGeneratedNever();
            end.Property(row => row.Problems).HasColumnType(Json);
        });
        model.Entity<ServiceRecordRow>(record =>
        {
            record.ToTable("service_record").HasKey(row => row.Id);
            record.Property(row => row.Body).HasColumnType(Json);
        });
        model.Entity<AuditEntryRow>(entry =>
        {
            entry.ToTable("audit_entry").HasKey(row => row.Number);
            entry.Property(row => row.Number).ValueGeneratedNever();
        });
    }
}
