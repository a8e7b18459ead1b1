using Gep.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace Gep.GraphQL.Http;

/// <summary>
/// A file of a multipart form, as resolvers see it. Source: [GRAPHQL-MULTIPART]. Spec §6.1.
/// </summary>
internal sealed class FormFile(IFormFile file) : IFile
{
    public string Name => file.FileName;

    public long? Length => file.Length;

    /// <summary>A part without headers has none.</summary>
    public string? ContentType => file.Headers is null ? null : file.ContentType;

    public Stream OpenReadStream() => file.OpenReadStream();

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) =>
        file.CopyToAsync(target, cancellationToken);
}
