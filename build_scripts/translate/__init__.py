"""Machine drafts: English from a provider for what has none yet. The only part that uses a network.

    settings    where the provider is, and its key     environment, a file outside the repository
    pages       page → tasks, drafts → page            what may be drafted, in reading order
    drafting    Chinese → English                      terms protected, split under the limit, judged
    deep, chat  the providers                          deep-translator; servers that speak OpenAI's protocol
    client      requests, answers                      time-outs, and which failures are worth another try

Nothing outside of this package and its command imports it, and a build never does (Law 3).
"""
