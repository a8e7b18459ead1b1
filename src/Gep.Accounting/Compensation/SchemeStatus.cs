namespace Gep.Accounting.Compensation;

/// <summary>Whether the figures of a scheme were seen in its legal text.</summary>
public enum SchemeStatus
{
    /// <summary>Seen in the text or in a report of it.</summary>
    Verified,

    /// <summary>Not seen in the legal text: a draft may be drawn, never issued.</summary>
    Unverified,
}
