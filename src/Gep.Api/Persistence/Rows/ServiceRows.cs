namespace Gep.Api.Persistence.Rows;

/// <summary>One step of a schedule on its way to payment.</summary>
internal sealed class ScheduleEntryRow
{
    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; set; }

    /// <summary>Scheme and year: <c>WH-PBF:2019</c>.</summary>
    public required string Schedule { get; set; }

    /// <summary>Number of the step, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What happened.</summary>
    public required string Step { get; set; }

    /// <summary>In which role.</summary>
    public required string Role { get; set; }

    /// <summary>Who took it.</summary>
    public required string Actor { get; set; }

    /// <summary>When it happened.</summary>
    public DateTime TakenAt { get; set; }

    /// <summary>When it was entered.</summary>
    public DateTime EnteredAt { get; set; }

    /// <summary>Hash of the payment lines it is about.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The entry as it was written, with its hash and that of the one before.</summary>
    public required string Line { get; set; }
}

/// <summary>The payment lines that steps are about.</summary>
internal sealed class ScheduleContentRow
{
    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; set; }

    /// <summary>Scheme and year.</summary>
    public required string Schedule { get; set; }

    /// <summary>Hash of the payment lines.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The lines as they were written.</summary>
    public required string Content { get; set; }
}

/// <summary>A token, by the hash of its secret.</summary>
internal sealed class TokenRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>Name of its bearer.</summary>
    public required string Name { get; set; }

    /// <summary>Roles.</summary>
    public required string[] Roles { get; set; }

    /// <summary>Districts whose payees it shows; null for all.</summary>
    public string[]? Districts { get; set; }

    /// <summary>SHA-256 of the secret, lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>When it was issued.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it ends; null for never.</summary>
    public DateTime? ExpiresAt { get; set; }
}

/// <summary>That a token was taken back.</summary>
internal sealed class TokenRevocationRow
{
    /// <summary>The token.</summary>
    public long TokenId { get; set; }

    /// <summary>Who took it back.</summary>
    public required string Actor { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>The first answer to a write, by the key that its caller chose.</summary>
internal sealed class WriteKeyRow
{
    /// <summary>Who wrote.</summary>
    public required string Actor { get; set; }

    /// <summary>The key.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of the request, lower-case hex.</summary>
    public required string RequestHash { get; set; }

    /// <summary>What was done.</summary>
    public required string Action { get; set; }

    /// <summary>The answer as JSON.</summary>
    public required string Answer { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>A claim, a reading, or something else that was handed in.</summary>
internal sealed class ServiceRecordRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; set; }

    /// <summary>What it is.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; set; }

    /// <summary>The whole as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>Who handed it in.</summary>
    public required string Actor { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>A run that was asked for.</summary>
internal sealed class ServiceRunRow
{
    /// <summary>Number in the store.</summary>
    public long Id { get; set; }

    /// <summary>The workspace.</summary>
    public long WorkspaceId { get; set; }

    /// <summary>What it makes.</summary>
    public required string Kind { get; set; }

    /// <summary>The year; 0 where it has none.</summary>
    public int Year { get; set; }

    /// <summary>Profile or scheme; null for the workspace's own or all.</summary>
    public string? Variant { get; set; }

    /// <summary>Id of the snapshot that it reads.</summary>
    public required string Snapshot { get; set; }

    /// <summary>Who asked.</summary>
    public required string Actor { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>That somebody began with a run; more than one where a process died at it.</summary>
internal sealed class ServiceRunBeginRow
{
    /// <summary>The run.</summary>
    public long ServiceRunId { get; set; }

    /// <summary>Number of the beginning, from 1.</summary>
    public int Number { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>How a run ended.</summary>
internal sealed class ServiceRunEndRow
{
    /// <summary>The run.</summary>
    public long ServiceRunId { get; set; }

    /// <summary>How.</summary>
    public required string State { get; set; }

    /// <summary>Id of the snapshot that it read or made; null when it failed.</summary>
    public string? Snapshot { get; set; }

    /// <summary>Hash of its account or schedules; null when it has none.</summary>
    public string? ResultHash { get; set; }

    /// <summary>What was found, as JSON.</summary>
    public required string Problems { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }
}

/// <summary>One write to the store.</summary>
internal sealed class AuditEntryRow
{
    /// <summary>Number, from 1, without gaps.</summary>
    public long Number { get; set; }

    /// <summary>When.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done.</summary>
    public required string Action { get; set; }

    /// <summary>To what.</summary>
    public required string Subject { get; set; }

    /// <summary>Hash of the entry before.</summary>
    public required string PreviousHash { get; set; }

    /// <summary>SHA-256 over the hash before and this entry.</summary>
    public required string Hash { get; set; }
}
