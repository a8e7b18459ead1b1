using Gep.DrawWuhan;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: Gep.DrawWuhan <workspace folder>");
    return 2;
}
return DrawWuhan.Into(args[0]) ? 0 : 1;
