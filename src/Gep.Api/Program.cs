using Gep.Api.Cli;

return await GepCommand.InvokeAsync(args, CancellationToken.None);
