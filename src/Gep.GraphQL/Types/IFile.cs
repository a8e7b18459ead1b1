namespace Gep.GraphQL.Types;

/// <summary>
/// A file that came with a request: the value of an <c>Upload</c>. Name and members are those of Hot
/// Chocolate. Spec §3.5 (custom scalars).
/// </summary>
public interface IFile
{
    /// <summary>The file's name as the client gave it; never a path to trust.</summary>
    string Name { get; }

    /// <summary>Size in bytes; null where it is not known.</summary>
    long? Length { get; }

    /// <summary>The media type as the client gave it; null where it gave none.</summary>
    string? ContentType { get; }

    /// <summary>Opens the content; the caller closes it.</summary>
    Stream OpenReadStream();

    /// <summary>Copies the content.</summary>
    Task CopyToAsync(Stream target, CancellationToken cancellationToken = default);
}
