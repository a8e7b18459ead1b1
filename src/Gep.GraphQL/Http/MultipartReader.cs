using System.Globalization;
using Gep.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gep.GraphQL.Http;

/// <summary>
/// Files sent beside an operation. Browsers send such forms across sites without asking, so a header that
/// they cannot send is required. Source: [GRAPHQL-MULTIPART]. Spec §6.1.
/// </summary>
internal static class MultipartReader
{
    private const int FilesMax = 16;

    private static readonly string[] PreflightHeaders =
        ["graphql-preflight", "apollo-require-preflight", "x-apollo-operation-name", "x-requested-with"];

    public static async Task<InputMap> ReadAsync(HttpContext context, GraphQLLimits limits)
    {
        if (!PreflightHeaders.Any(context.Request.Headers.ContainsKey))
            throw RequestReader.Bad("Multipart requests need the header graphql-preflight.");
        if (context.Request.ContentLength > limits.UploadBytes) throw TooLarge(limits);
        IFormCollection form;
        var body = context.Request.Body;
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
                server.MaxRequestBodySize = null;
            context.Request.Body = new MeasuredBody(body, limits.UploadBytes);
            var read = new FormOptions
            {
                MultipartBodyLengthLimit = limits.UploadBytes, ValueLengthLimit = limits.BodyBytes,
                ValueCountLimit = FilesMax,
            };
            form = await context.Request.ReadFormAsync(read, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException wrong) when (wrong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(limits);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or BadHttpRequestException or IOException)
        {
            throw RequestReader.Bad("The form cannot be read: " + wrong.Message);
        }
        finally
        {
            context.Request.Body = body;
        }
        if (form.Files.Count > FilesMax) throw RequestReader.Bad($"A request has at most {FilesMax} files.");
        if (Field(form, "operations") is not InputMap operations)
            throw RequestReader.Bad("The field \"operations\" is no object.");
        if (Field(form, "map") is not InputMap map) throw RequestReader.Bad(
            "The field \"map\" is no object.");
        foreach (var (name, places) in map)
        {
            var file = form.Files.GetFile(name)
                ?? throw RequestReader.Bad($"The file \"{name}\" is missing.");
            if (places is not object?[] list) throw RequestReader.Bad("A file's places are no list.");
            foreach (object? place in list) Put(operations, place as string ?? "", new FormFile(file));
        }
        return operations;
    }

    private static HttpRefusalException TooLarge(GraphQLLimits limits) => new(
        StatusCodes.Status413PayloadTooLarge, $"The form is larger than {limits.UploadBytes} bytes.",
        "UPLOAD_TOO_LARGE");

    private static object? Field(IFormCollection form, string name) => form.TryGetValue(name, out var value)
        ? RequestReader.ReadJson(value.ToString())
        : throw RequestReader.Bad($"The field \"{name}\" is missing.");

    private static void Put(object? root, string place, FormFile file)
    {
        string[] steps = place.Split('.');
        object? at = root;
        for (int i = 0; i < steps.Length; i++)
        {
            bool isLast = i == steps.Length - 1;
            if (at is InputMap map && map.TryGetValue(steps[i], out object? below))
            {
                if (isLast && below is null) map[steps[i]] = file;
                at = below;
            }
            else if (at is object?[] items
                && int.TryParse(steps[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < items.Length)
            {
                if (isLast && items[index] is null) items[index] = file;
                at = items[index];
            }
            else
            {
                throw RequestReader.Bad($"There is no \"{place}\" for a file.");
            }
        }
    }
}
