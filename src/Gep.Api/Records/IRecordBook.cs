namespace Gep.Api.Records;

/// <summary>Something that was handed in: a claim, a reading, an adjustment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is: <c>claim</c>, <c>monitoring-reading</c>, <c>adjustment</c>.</param>
/// <param name="Subject">What it is about: a parcel, a gauge.</param>
/// <param name="Body">The whole as JSON.</param>
/// <param name="Actor">Who handed it in.</param>
/// <param name="RecordedAt">When.</param>
internal sealed record ServiceRecord(
    long Id, string Kind, string Subject, string Body, string Actor, DateTimeOffset RecordedAt);

/// <summary>What became of a record that was handed in.</summary>
/// <param name="Status">Made, repeated, refused, or the key was reused.</param>
/// <param name="Id">Its number; null when it was refused or the key was reused.</param>
internal sealed record RecordAnswer(WriteStatus Status, long? Id);

/// <summary>Claims, readings, adjustments: whatever is handed in; nothing is changed or deleted.</summary>
internal interface IRecordBook
{
    /// <summary>Every record of a kind, oldest first.</summary>
    IReadOnlyList<ServiceRecord> List(string kind);

    /// <summary>Keeps a record, one at a time of a kind and subject.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="key">The write.</param>
    /// <param name="bodyAfter">
    /// The record as JSON, given those of its kind and subject, oldest first; null refuses it. Not asked when
    /// the key is known.
    /// </param>
    RecordAnswer Append(
        string kind, string subject, WriteKey key, Func<IReadOnlyList<ServiceRecord>, string?> bodyAfter);
}
