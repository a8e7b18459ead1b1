namespace Gep.Api.Cli;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Fine = 0;

    /// <summary>Something failed that the input does not explain.</summary>
    public const int Failure = 1;

    /// <summary>The input was refused; nothing was written.</summary>
    public const int Refused = 2;
}
